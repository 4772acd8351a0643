package org.ecgnet.edge.page;

/**
 * What the page is told once, when it opens.
 *
 * @param seconds usual length of a recording
 * @param cardReader true when this computer has a reader of cards
 * @param centrePhone the county centre's telephone; empty when it is not set
 */
public record PageSettings(int seconds, boolean cardReader, String centrePhone) {}
