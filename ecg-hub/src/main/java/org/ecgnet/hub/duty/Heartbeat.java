package org.ecgnet.hub.duty;

import java.time.Instant;

/**
 * The last a console said of itself.
 *
 * @param console chosen by the page when it is opened; says nothing of whose it is
 * @param account who works at it, and {@code name} as others know them
 * @param reader whoever works at it reads ECGs: a cardiologist, or on duty as reader
 * @param audible its sound is on
 * @param heardAt by the hub's clock
 */
public record Heartbeat(
        String console, String account, String name, boolean reader, boolean audible, Instant heardAt) {}
