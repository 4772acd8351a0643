/**
 * The paging policy: whom to page about a red case, how loudly, and when, until somebody has answered.
 *
 * <p>Pure. Nothing here reads a clock, sends anything or knows a database: {@code paging.run} takes the steps that the
 * ladder names, writes them down, and asks again. Ways of sending are in {@code paging.channel}.
 */
@NullMarked
package org.ecgnet.hub.paging;

import org.jspecify.annotations.NullMarked;
