/**
 * Exams that the centre sends back because they cannot be judged: the clinic is told why and what to do, in words it
 * understands, and records again.
 */
@NullMarked
package org.ecgnet.hub.worklist.repeat;

import org.jspecify.annotations.NullMarked;
