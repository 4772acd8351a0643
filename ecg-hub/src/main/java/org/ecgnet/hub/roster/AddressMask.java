package org.ecgnet.hub.roster;

/** A telephone number or an address as a screen may show it: enough to know it by, too little to call it. */
public final class AddressMask {

    private static final int HEAD = 3;
    private static final int TAIL = 4;

    private AddressMask() {}

    public static String of(String address) {
        int at = address.indexOf('@');
        if (at > 0) {
            return address.charAt(0) + "***" + address.substring(at);
        }
        if (address.length() < HEAD + TAIL + 2) {
            return address.isEmpty() ? "" : address.charAt(0) + "***";
        }
        return address.substring(0, HEAD) + "****" + address.substring(address.length() - TAIL);
    }
}
