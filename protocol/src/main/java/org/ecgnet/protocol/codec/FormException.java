package org.ecgnet.protocol.codec;

/** Bytes that no encoder wrote. Never leaves the package: it becomes {@link Unpacked.Refused}. */
final class FormException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FormException(String reason) {
        super(reason);
    }
}
