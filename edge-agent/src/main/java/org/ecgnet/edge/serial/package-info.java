/**
 * The line to the unit: opening a serial port, reading it, noticing that it is gone and opening it again.
 *
 * <p>{@link org.ecgnet.edge.serial.LinkSupervisor} owns one thread and hands decoded events to a
 * {@link org.ecgnet.edge.serial.UnitListener}. What the bytes mean is the codec's; what the events mean is
 * {@code capture}'s. Only {@link org.ecgnet.edge.serial.JSerialCommLink} sees the serial library, and only
 * {@link org.ecgnet.edge.serial.TcpLink} the network. {@link org.ecgnet.edge.serial.PortProbe} finds out what is on a port,
 * {@link org.ecgnet.edge.serial.UnitSearch} on which the unit is.
 */
@NullMarked
package org.ecgnet.edge.serial;

import org.jspecify.annotations.NullMarked;
