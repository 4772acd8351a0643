/**
 * The HealthyPi v4 over its serial port. Model name in settings: {@code healthypi-v4}. One lead: what needs more than
 * one cannot be judged, and the reading says so.
 *
 * <table>
 * <caption>A frame, 27 bytes, one sample</caption>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>2</td><td>{@code 0A FA}</td></tr>
 * <tr><td>2</td><td>2</td><td>bytes of payload, little-endian: 20</td></tr>
 * <tr><td>4</td><td>1</td><td>type: 2</td></tr>
 * <tr><td>5</td><td>2</td><td>ECG, 16-bit two's complement, little-endian</td></tr>
 * <tr><td>7</td><td>17</td><td>breath, light, temperature, rates, pressure; not read here</td></tr>
 * <tr><td>24</td><td>1</td><td>the converter's lead-off bits; 0 while all electrodes are on</td></tr>
 * <tr><td>25</td><td>2</td><td>{@code 00 0B}</td></tr>
 * </table>
 *
 * <p><b>Scale.</b> The firmware sends the upper 16 of the ADS1292R's 24 bits, after a low-pass filter at 40 Hz: volts a
 * count = 2.42 / gain / (2^23 - 1) x 256. The published firmware writes 60 (hexadecimal) to CH2SET, which the data
 * sheet reads as gain 12, while its own comment says 6: so {@code unit.gain} must be set, from the firmware that is on
 * the board. 125 samples a second. {@code unit.leads} names the one lead, by where its electrodes are put.
 *
 * <p>The board takes no commands; it streams as long as it is on. Source: firmware published by ProtoCentral
 * (Healthypiv4_Arduino.ino, Protocentral_ADS1292r.cpp); Texas Instruments, ADS1292R data sheet (SBAS502).
 */
@NullMarked
package org.ecgnet.protocol.device.healthypi;

import org.jspecify.annotations.NullMarked;
