/**
 * The network's programs as processes of their own: started, listened to, killed. Used by the demo and by the tests
 * that pull the plug.
 */
@NullMarked
package org.ecgnet.ops.program;

import org.jspecify.annotations.NullMarked;
