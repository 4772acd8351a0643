/**
 * What the hub pushes to open consoles as server-sent events: ids and colours, nothing of a patient.
 */
@NullMarked
package org.ecgnet.hub.console.live;

import org.jspecify.annotations.NullMarked;
