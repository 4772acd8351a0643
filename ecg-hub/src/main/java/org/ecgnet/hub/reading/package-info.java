/**
 * Readings of exams: when one is made, what is kept of it, and who hears of it in the same transaction.
 */
@NullMarked
package org.ecgnet.hub.reading;

import org.jspecify.annotations.NullMarked;
