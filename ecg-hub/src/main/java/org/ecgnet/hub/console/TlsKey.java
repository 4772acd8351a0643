package org.ecgnet.hub.console;

import java.nio.file.Path;

/**
 * By what the console shows that it is this host.
 *
 * @param keyStore PKCS #12 with the host's certificate and key, issued by the county's CA
 */
public record TlsKey(Path keyStore, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return "TlsKey[" + keyStore + "]";
    }
}
