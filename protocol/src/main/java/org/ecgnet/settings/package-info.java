/**
 * Strict settings: HOCON to values, where an unknown key or a bad value is an error that names the key, what was
 * expected and the nearest key that exists. Programs read their settings file themselves; the only file read here is one
 * that a setting names ({@link org.ecgnet.settings.NamedOrFile}).
 */
@NullMarked
package org.ecgnet.settings;

import org.jspecify.annotations.NullMarked;
