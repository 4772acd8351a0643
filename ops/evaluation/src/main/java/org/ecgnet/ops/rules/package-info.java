/**
 * {@code ./ops/rules}: writes {@code triage-rules/RULES.md}, the catalogue for the county's physicians, by running the engine.
 *
 * <p>The words stand in {@code catalogue.conf}, the numbers and their sources in the rule profiles, the examples are simulated hearts
 * as the engine reads them, the counts come from the figures that {@code ./ops/evaluate --figures} stored. Nothing is written
 * by hand, so nothing can grow old unseen.
 */
@NullMarked
package org.ecgnet.ops.rules;

import org.jspecify.annotations.NullMarked;
