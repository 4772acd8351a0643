/**
 * The converter words of an ADS129x as they leave its SPI port, handed on by a microcontroller that adds nothing: what
 * most home-made and teaching ECG boards send. Model name in settings: {@code ads129x-raw}.
 *
 * <table>
 * <caption>A frame of n channels, 3 + 3 n bytes, one sample</caption>
 * <tr><th>bits</th><th>ADS1294, ADS1296, ADS1298 (4, 6, 8 channels)</th><th>ADS1291, ADS1292 (2 channels)</th></tr>
 * <tr><td>23 to 20</td><td>1100</td><td>1100</td></tr>
 * <tr><td>19 to 12</td><td>electrode off, positive input of channel 8 to 1</td><td rowspan="2">19 to 15: electrode off:
 *     right leg, 2 negative, 2 positive, 1 negative, 1 positive; the others 0 or input pins</td></tr>
 * <tr><td>11 to 4</td><td>electrode off, negative input of channel 8 to 1</td></tr>
 * <tr><td>3 to 0</td><td>input pins</td><td></td></tr>
 * <tr><td>then</td><td colspan="2">24 bits a channel, two's complement, most significant byte first</td></tr>
 * </table>
 *
 * <p>There is neither a start byte nor a checksum: frames are found by four status words in a row at the right
 * distance, and each counts only when the next one begins where it should.
 *
 * <p><b>Scale.</b> Volts a count = reference / gain / (2^23 - 1). {@code unit.gain} (1, 2, 3, 4, 6, 8 or 12),
 * {@code unit.reference-volts} (2.4 or 4; 2.42 or 4.033 for the ADS1292), {@code unit.rate} and {@code unit.leads} must
 * be set; the number of leads, with {@code -} for channels without one, is the number of channels: 2, 4, 6 or 8.
 *
 * <p>The ADS1293 is none of these: its stream has neither a status word nor any other mark, and the size of its count
 * depends on decimation registers, so that bytes alone tell nothing certain.
 *
 * <p>Such a board takes no commands. Source: Texas Instruments, ADS1294/6/8 data sheet (SBAS459), "Data Format" and
 * "Data Retrieval"; ADS1291/2 data sheet (SBAS502).
 */
@NullMarked
package org.ecgnet.protocol.device.ads129x;

import org.jspecify.annotations.NullMarked;
