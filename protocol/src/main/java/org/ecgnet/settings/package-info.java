/**
 * Strict settings: HOCON to values, where an unknown key or a bad value is an error that names the key, what was
 * expected and the nearest key that exists. Pure: programs read their files themselves.
 */
@NullMarked
package org.ecgnet.settings;

import org.jspecify.annotations.NullMarked;
