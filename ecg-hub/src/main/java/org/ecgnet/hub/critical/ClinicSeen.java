package org.ecgnet.hub.critical;

/**
 * The clinic has seen the result.
 *
 * @param signed as the clinic names its staff, at the hub's time
 * @param words what was read back; empty for none
 */
public record ClinicSeen(Signed signed, String words) {}
