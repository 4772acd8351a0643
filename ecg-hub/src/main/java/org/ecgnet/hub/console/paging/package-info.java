/**
 * Routes of paging: how channels do and a trial of each, exercises, and what gateways say afterwards. See {@code
 * hub.paging.run} and {@code hub.drill}.
 */
@NullMarked
package org.ecgnet.hub.console.paging;

import org.jspecify.annotations.NullMarked;
