package org.ecgnet.protocol.device;

/** Why bytes of a unit were dropped. */
public enum RejectReason {
    NO_SYNC,
    BAD_LENGTH,
    BAD_CHECKSUM,
    BAD_END,
    UNKNOWN_TYPE,
    BAD_VALUE,
    NOT_ANNOUNCED
}
