package org.ecgnet.edge.page;

import org.ecgnet.edge.result.CountyProtocol;

/**
 * What the page is told once, when it opens.
 *
 * @param seconds usual length of a recording
 * @param cardReader true when this computer has a reader of cards
 * @param clinicPhone where the centre can call back; empty when it is not set
 * @param centrePhone the county centre's telephone; empty when it is not set
 */
public record PageSettings(
        int seconds, boolean cardReader, String clinicPhone, String centrePhone, CountyProtocol protocol) {}
