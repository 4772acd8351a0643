/**
 * The BITalino (r)evolution over Bluetooth's or USB's serial port. Model name in settings: {@code bitalino}.
 *
 * <table>
 * <caption>A frame of n channels, read from its last byte backwards</caption>
 * <tr><th>byte from the end</th><th>field</th></tr>
 * <tr><td>1</td><td>upper half: sequence, 0 to 15, then 0 again; lower half: CRC-4 of the frame with this half 0,
 *     polynomial x^4 + x + 1, start 0</td></tr>
 * <tr><td>2</td><td>upper half: digital I1, I2, O1, O2; lower half: upper 4 of the first channel's 10 bits</td></tr>
 * <tr><td>3</td><td>lower 6 bits of the first channel; upper 2 of the second</td></tr>
 * <tr><td>4</td><td>lower 8 bits of the second</td></tr>
 * <tr><td>5</td><td>upper 8 bits of the third</td></tr>
 * <tr><td>6</td><td>lower 2 bits of the third; upper 6 of the fourth</td></tr>
 * <tr><td>7</td><td>lower 4 bits of the fourth; upper 4 of the fifth's 6 bits</td></tr>
 * <tr><td>8</td><td>lower 2 bits of the fifth; the sixth's 6 bits</td></tr>
 * </table>
 *
 * <p>1 to 6 channels take 3, 4, 6, 7, 8 and 8 bytes. There is no start byte: the frames are found by four checksums and
 * four numbers in a row.
 *
 * <p><b>Scale.</b> ECG sensor: volts = (count / 2^n - 1/2) x 3.3 / 1100, n being 10 or, from the fifth channel on, 6:
 * it takes -1.5 to 1.5 mV, so that large QRS complexes are cut off, and 0.5 to 40 Hz. {@code unit.leads} names the lead
 * on each of A1 to A6 ({@code -} for none); {@code unit.rate} is 100 or 1000, to which the unit is set at every start.
 *
 * <p><b>Commands</b> are bytes: {@code 00} stop, {@code 07} version, answered {@code BITalino...} with a line end;
 * {@code <rate>000011} with 10 for 100 Hz and 11 for 1000, then {@code <A6..A1>01}, start. Source: BITalino (r)evolution
 * interface library published by PLUX (bitalino.py); PLUX, "Electrocardiography (ECG) Sensor Data Sheet".
 */
@NullMarked
package org.ecgnet.protocol.device.bitalino;

import org.jspecify.annotations.NullMarked;
