/**
 * The hub's wiring: settings, the order in which its parts start and stop, and its command line.
 *
 * <p>May see every package; no package sees this one. What the parts do belongs to them.
 */
@NullMarked
package org.ecgnet.hub;

import org.jspecify.annotations.NullMarked;
