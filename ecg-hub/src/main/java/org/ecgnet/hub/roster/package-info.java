/**
 * Who is to be called now: people with their ways to be reached, shifts by tier with substitutes and swaps, the county's
 * fixed contacts behind them, and what the county knows of its clinics.
 *
 * <p>Choosing is pure: a moment goes in, names and holes come out, the same for a page and for the question "who would be
 * called now?". A hole never keeps a page from being sent; it sends it to the next in line and is shown until it is
 * filled. The roster's history is only added to.
 */
@NullMarked
package org.ecgnet.hub.roster;

import org.jspecify.annotations.NullMarked;
