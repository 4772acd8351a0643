/**
 * An exam as the hub holds it: what the clinic said of it, its chunks of samples, and how far it has arrived.
 */
@NullMarked
package org.ecgnet.hub.exam;

import org.jspecify.annotations.NullMarked;
