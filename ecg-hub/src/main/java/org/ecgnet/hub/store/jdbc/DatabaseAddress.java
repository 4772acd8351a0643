package org.ecgnet.hub.store.jdbc;

/**
 * Where the database is and how to log in.
 *
 * @param url {@code jdbc:postgresql://host:port/name}
 */
public record DatabaseAddress(String url, String user, String password) {

    /** Without the password. */
    @Override
    public String toString() {
        return user + " at " + url.replaceAll("\\?.*", "");
    }
}
