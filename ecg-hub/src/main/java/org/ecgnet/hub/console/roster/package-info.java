/**
 * The roster's routes: the week, who would be called, people, shifts, swaps. Addresses leave masked, except to whoever
 * edits that person. See {@code hub.roster}.
 */
@NullMarked
package org.ecgnet.hub.console.roster;

import org.jspecify.annotations.NullMarked;
