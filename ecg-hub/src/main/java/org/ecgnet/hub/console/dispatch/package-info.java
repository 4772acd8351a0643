/**
 * 120 over HTTP: its signed call-backs.
 */
@NullMarked
package org.ecgnet.hub.console.dispatch;

import org.jspecify.annotations.NullMarked;
