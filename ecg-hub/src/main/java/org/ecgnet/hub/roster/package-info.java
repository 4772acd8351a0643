/**
 * Who is to be called now: people and desks by tier, and what the county knows of its clinics.
 *
 * <p>First cut: a fixed list from the settings. Shifts, swaps and substitutes will be kept here.
 */
@NullMarked
package org.ecgnet.hub.roster;

import org.jspecify.annotations.NullMarked;
