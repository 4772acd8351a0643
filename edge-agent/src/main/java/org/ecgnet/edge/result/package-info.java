/**
 * What is to be done about a result at the clinic: the county's own protocol, versioned, dated and approved, or the few
 * general steps that stand when there is none.
 *
 * <p>Nothing about a drug is said here that the county did not write, and none without the contraindications that are to
 * be asked for first. No dose is computed. What a rule means is decided elsewhere.
 */
@NullMarked
package org.ecgnet.edge.result;

import org.jspecify.annotations.NullMarked;
