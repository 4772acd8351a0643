/**
 * The one-time code by which a clinic's computer gets its certificate: what the county prints and a person types. Both sides
 * read it here.
 */
@NullMarked
package org.ecgnet.protocol.enrolment;

import org.jspecify.annotations.NullMarked;
