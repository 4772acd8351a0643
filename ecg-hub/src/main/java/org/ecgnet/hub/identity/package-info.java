/**
 * Who works at the centre: accounts with roles, passwords (Argon2id), second factors, the throttle on wrong ones, and sessions,
 * which live in the database so that a second hub could take them over. What a role may do is a {@link Right}; of which
 * clinics, an account's scope says. Screens and cookies belong to {@code hub.console}.
 */
@NullMarked
package org.ecgnet.hub.identity;

import org.jspecify.annotations.NullMarked;
