/**
 * Tables as files for spreadsheets. What stands in them is decided elsewhere: the register, the audit and the figures of
 * agreement each write theirs.
 */
@NullMarked
package org.ecgnet.hub.csv;

import org.jspecify.annotations.NullMarked;
