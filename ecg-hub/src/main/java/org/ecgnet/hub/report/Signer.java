package org.ecgnet.hub.report;

/**
 * Who signs.
 *
 * @param account as they logged in
 * @param name as the paper shows it
 * @param licence number of the physician's licence; empty when none was given
 * @param place where from: the console's network address
 */
public record Signer(String account, String name, String licence, String place) {}
