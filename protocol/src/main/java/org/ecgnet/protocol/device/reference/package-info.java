/**
 * The project's own protocol for a 12-lead unit, version 1. This page is normative: another team builds a unit from it
 * alone. Model name in settings: {@code reference}.
 *
 * <h2>Line</h2>
 *
 * 921,600 baud, 8 data bits, no parity, 1 stop bit, no flow control, either direction the same frames. Numbers are
 * little-endian; {@code i16}, {@code i24}, {@code i32} are two's complement, {@code f64} is IEEE 754 binary64.
 *
 * <h2>Frame</h2>
 *
 * <table>
 * <caption>Every frame</caption>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>2</td><td>sync: {@code A5 5A}</td></tr>
 * <tr><td>2</td><td>1</td><td>type, below</td></tr>
 * <tr><td>3</td><td>2</td><td>n: bytes of payload, 0 to 1024 (u16)</td></tr>
 * <tr><td>5</td><td>2</td><td>sequence (u16): in a SAMPLES frame the number of SAMPLES frames sent since the last
 *     START, from 0, returning to 0 after 65535; in any other frame that of the next SAMPLES frame</td></tr>
 * <tr><td>7</td><td>1</td><td>header check: CRC-8 of bytes 2 to 6, polynomial 07, start 00, not reflected
 *     (check value of "123456789": F4)</td></tr>
 * <tr><td>8</td><td>n</td><td>payload</td></tr>
 * <tr><td>8 + n</td><td>2</td><td>CRC-16 of bytes 2 to 7 + n, polynomial 1021, start FFFF, not reflected (u16;
 *     check value of "123456789": 29B1)</td></tr>
 * </table>
 *
 * <p>The header check lets a receiver trust the length before it waits for that many bytes: a damaged length is
 * refused at once instead of holding back what follows. After a frame that fails any check the receiver goes on at
 * the next {@code A5 5A} behind the first byte of the failed frame, so that a good frame inside is not lost.
 *
 * <h2>Unit to edge</h2>
 *
 * <p><b>01 ANNOUNCEMENT</b>, in answer to IDENTIFY and before the first samples after START:
 *
 * <table>
 * <caption>Payload of ANNOUNCEMENT, 29 + 13 x leads bytes</caption>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>1</td><td>protocol version: 1</td></tr>
 * <tr><td>1</td><td>2</td><td>samples of a lead in a second (u16), 1 to 32000; 500 is usual</td></tr>
 * <tr><td>3</td><td>1</td><td>bits a sample: 16 or 24</td></tr>
 * <tr><td>4</td><td>1</td><td>leads: 8 or 12 (any number from 1 to 16 is understood)</td></tr>
 * <tr><td>5</td><td>16</td><td>serial number, printable ASCII, padded with 00</td></tr>
 * <tr><td>21</td><td>8</td><td>firmware version, printable ASCII, padded with 00</td></tr>
 * <tr><td>29 + 13 k</td><td>1</td><td>lead k: 1 I, 2 II, 3 III, 4 aVR, 5 aVL, 6 aVF, 7 to 12 V1 to V6, 13 V3R, 14 V4R,
 *     15 V7, 16 V8, 17 V9; each at most once</td></tr>
 * <tr><td>30 + 13 k</td><td>8</td><td>microvolts per count (f64), above 0</td></tr>
 * <tr><td>38 + 13 k</td><td>4</td><td>baseline: the count that stands for 0 microvolts (i32)</td></tr>
 * </table>
 *
 * <p><b>02 SAMPLES</b>, while streaming:
 *
 * <table>
 * <caption>Payload of SAMPLES, 6 + moments x leads x bits / 8 bytes</caption>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>2</td><td>format mark: the CRC-16 (same as above) of the payload of the ANNOUNCEMENT that says what
 *     these samples mean; a receiver drops samples whose announcement it did not get, and asks by IDENTIFY</td></tr>
 * <tr><td>2</td><td>1</td><td>bit 0: a pacing pulse was seen during these moments; bit 1: the patient pressed the
 *     button; the others are sent as 0 and ignored</td></tr>
 * <tr><td>3</td><td>1</td><td>moments, 1 to 255</td></tr>
 * <tr><td>4</td><td>2</td><td>lead-off: bit k is 1 when an electrode of lead k of the announcement is off (u16)</td></tr>
 * <tr><td>6</td><td>...</td><td>counts (i16 or i24), moment after moment, in each moment the leads in the order of the
 *     announcement</td></tr>
 * </table>
 *
 * <p>A unit sends 5 to 10 ms of moments in a frame, and ends a frame where a flag or a lead-off bit changes.
 *
 * <p><b>03 STATUS</b>, on every start and stop of streaming, on change, and at least every 10 seconds:
 *
 * <table>
 * <caption>Payload of STATUS, 2 bytes</caption>
 * <tr><th>offset</th><th>bytes</th><th>field</th></tr>
 * <tr><td>0</td><td>1</td><td>1 while streaming, 0 otherwise</td></tr>
 * <tr><td>1</td><td>1</td><td>battery in percent, 0 to 100; 255 when the unit cannot tell</td></tr>
 * </table>
 *
 * <h2>Edge to unit</h2>
 *
 * <p>Payload empty, sequence 0. <b>41 IDENTIFY</b>: the unit answers ANNOUNCEMENT and STATUS. <b>42 START</b>: the unit
 * answers ANNOUNCEMENT and STATUS (1), sets its sequence to 0 and streams; while it streams already it begins again.
 * <b>43 STOP</b>: the unit ends the frame in hand, sends STATUS (0) and streams no more. A unit that ends by itself
 * sends the same STATUS (0).
 *
 * <p>Later versions may add types and lengthen payloads of types other than SAMPLES at their end: a receiver ignores
 * bytes behind those that it knows, and reports a type that it does not know without harm.
 */
@NullMarked
package org.ecgnet.protocol.device.reference;

import org.jspecify.annotations.NullMarked;
