/**
 * The worklist over HTTP, with masked names.
 */
@NullMarked
package org.ecgnet.hub.console.worklist;

import org.jspecify.annotations.NullMarked;
