/**
 * The OpenBCI Cyton and its Daisy extension over the USB dongle. Model name in settings: {@code openbci-cyton}.
 *
 * <table>
 * <caption>A frame, 33 bytes, one sample of eight channels</caption>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>1</td><td>{@code A0}</td></tr>
 * <tr><td>1</td><td>1</td><td>sample number, 0 to 255, then 0 again</td></tr>
 * <tr><td>2</td><td>24</td><td>channels 1 to 8, 24-bit two's complement, most significant byte first</td></tr>
 * <tr><td>26</td><td>6</td><td>accelerometer, inputs or time, by the last byte; not read here</td></tr>
 * <tr><td>32</td><td>1</td><td>{@code C0} to {@code CF}, which says what bytes 26 to 31 are</td></tr>
 * </table>
 *
 * <p><b>Daisy.</b> With sixteen channels the frames alternate: even sample numbers carry the Daisy's channels 9 to 16,
 * odd ones the board's 1 to 8. An even frame and the odd one after it are one moment, at half the rate: 125 Hz in place
 * of 250. Settings that wire more than eight channels mean a Daisy.
 *
 * <p><b>Scale.</b> Volts a count = 4.5 / gain / (2^23 - 1), the ADS1299's reference being 4.5 V and its gain 1, 2, 4,
 * 6, 8, 12 or 24. The frame does not tell the gain (24 when the board is switched on): {@code unit.gain} must. Nor does
 * it tell leads: {@code unit.leads} must, each channel being the lead between its P and N pin.
 *
 * <p><b>Commands</b> are single characters: {@code b} start, {@code s} stop, {@code V} version, answered by text that
 * ends in {@code $$$}. {@code v}, which other programs send first, would reset the gains and is not used. The board
 * reports no electrode as off; a channel at either end of its range is reported here as off. Source: OpenBCI
 * documentation, "Cyton Data Format" and "OpenBCI Cyton SDK"; Texas Instruments, ADS1299 data sheet (SBAS499).
 */
@NullMarked
package org.ecgnet.protocol.device.openbci;

import org.jspecify.annotations.NullMarked;
