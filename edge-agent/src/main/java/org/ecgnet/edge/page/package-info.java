/**
 * The clinic's page on this computer: what it shows, the calls behind it, and the server, on the loopback address only.
 *
 * <p>{@link org.ecgnet.edge.page.Desk} is all that the page knows of the agent. Times go out as ISO-8601 in UTC, signals
 * in microvolts. What a recording or a receipt is, is decided elsewhere; files under {@code resources/page} are the
 * browser's half.
 */
@NullMarked
package org.ecgnet.edge.page;

import org.jspecify.annotations.NullMarked;
