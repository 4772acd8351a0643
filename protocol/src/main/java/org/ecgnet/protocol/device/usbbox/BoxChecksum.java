package org.ecgnet.protocol.device.usbbox;

/** Which checksum bytes are taken (package description). */
enum BoxChecksum {
    SUM,
    SUM_OR_ZERO;

    boolean accepts(int sent, int sum) {
        return sent == sum || this == SUM_OR_ZERO && sent == 0;
    }
}
