/**
 * {@code ./ops/evaluate DIR}: reads every WFDB record below a folder, writes one JSON line a record and prints the accuracy
 * report in Markdown.
 *
 * <p>This package is the command line and the order of the work. What is read, labelled, scored and printed has its own package
 * below. Every output says that the readings are provisional.
 */
@NullMarked
package org.ecgnet.ops.evaluate;

import org.jspecify.annotations.NullMarked;
