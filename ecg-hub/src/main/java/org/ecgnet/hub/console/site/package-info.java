/**
 * Clinics and units over HTTP: the technical lane. Nothing of a patient is here.
 */
@NullMarked
package org.ecgnet.hub.console.site;

import org.jspecify.annotations.NullMarked;
