/**
 * Logging in and out over HTTP, and who is logged in.
 */
@NullMarked
package org.ecgnet.hub.console.login;

import org.jspecify.annotations.NullMarked;
