/**
 * The 22-byte frames of a family of 12-lead USB boxes. Model names in settings: {@code usb-box-12} and {@code
 * usb-box-12-strict}.
 *
 * <table>
 * <caption>A frame, unit to edge; one moment of eight leads</caption>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>1</td><td>start: {@code E8}</td></tr>
 * <tr><td>1</td><td>1</td><td>counter, 0 to 63, then 0 again</td></tr>
 * <tr><td>2</td><td>1</td><td>length: {@code 11}, the bytes from the checksum to the last sample</td></tr>
 * <tr><td>3</td><td>1</td><td>opcode: {@code 20} samples, {@code 21} command received, {@code 23} serial number,
 *     {@code 24} firmware</td></tr>
 * <tr><td>4</td><td>1</td><td>checksum, below</td></tr>
 * <tr><td>5</td><td>16</td><td>I, II, V1, V2, V3, V4, V5, V6, each as LSB, MSB:
 *     {@code count = (MSB & 1F) << 7 | LSB & 7F}, 0 to 4095 with 2048 at 0 V; MSB bit 5: 1 while the electrode is
 *     connected; the other bits are ignored</td></tr>
 * <tr><td>21</td><td>1</td><td>end: {@code 8E}</td></tr>
 * </table>
 *
 * <p><b>Checksum.</b> What is known in public of these boxes does not say how it is made, and describes firmware that
 * leaves it 0. Here it is the sum of the 16 sample bytes (offsets 5 to 20) modulo 256. {@code usb-box-12} takes 0 for
 * "not filled in" as well; {@code usb-box-12-strict} insists on the sum, and is the better choice for a box that is
 * known to send it.
 *
 * <p><b>Settings.</b> The frame tells neither the sample rate nor the size of a count: both come from the unit's
 * profile. III, aVR, aVL and aVF are computed from I and II, so they are off when either is.
 *
 * <p><b>Commands</b> are frames of the same form, counter, checksum and the 16 bytes 0: opcode {@code 10} start, {@code
 * 11} stop, {@code 14} firmware version, by which the edge learns that a box is there. A box that streams without being
 * told to is understood too. Source: descriptions of the box's serial interface published by users of it.
 */
@NullMarked
package org.ecgnet.protocol.device.usbbox;

import org.jspecify.annotations.NullMarked;
