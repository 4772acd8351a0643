/**
 * What clinics are told: rows first, sent at once when the clinic is on line, and repeated until it acknowledges.
 */
@NullMarked
package org.ecgnet.hub.downlink;

import org.jspecify.annotations.NullMarked;
