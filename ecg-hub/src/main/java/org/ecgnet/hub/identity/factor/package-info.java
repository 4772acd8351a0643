/**
 * A second factor beside the password: one-time codes by the clock (RFC 6238) that a telephone shows, and codes on paper
 * for the day it is lost. Pure but for the key's file and the repository's interface. Who may switch it on or off, and
 * what the audit says, belongs to {@code hub.identity}.
 */
@NullMarked
package org.ecgnet.hub.identity.factor;

import org.jspecify.annotations.NullMarked;
