package org.ecgnet.protocol.device;

/** What an edge agent may ask of a unit. */
public enum DeviceCommand {
    IDENTIFY,
    START,
    STOP
}
