/**
 * The console of a hub that has worked for years: {@code ./ops/bench centre} fills a real hub's database with copies of exams
 * that came over the whole line and times what the console asks for, over HTTPS.
 */
@NullMarked
package org.ecgnet.ops.benchmark.centre;

import org.jspecify.annotations.NullMarked;
