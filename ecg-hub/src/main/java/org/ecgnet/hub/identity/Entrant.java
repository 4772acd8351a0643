package org.ecgnet.hub.identity;

/**
 * Whose request it is.
 *
 * @param mustEnrol nothing but the own account is open until there is a second factor
 */
public record Entrant(Account account, boolean mustEnrol) {}
