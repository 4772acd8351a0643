/**
 * Marks of the median beat that a physician has moved by hand (P onset and end, QRS onset, J, T peak and end), and the
 * intervals between them. Every change is a row of its own with who, when, the old and the new place; none is ever changed
 * or taken away, and going back to the engine's marks is a change like any other. What is in force is the last one, until
 * then the engine's own marks. A signed report keeps the measurement it was signed with.
 */
@NullMarked
package org.ecgnet.hub.fiducial;

import org.jspecify.annotations.NullMarked;
