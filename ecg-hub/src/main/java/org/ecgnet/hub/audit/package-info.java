/**
 * Who saw and did what at the centre: an append-only chain in which each entry's hash covers its content and the hash
 * of the entry before it, so that a changed, removed or inserted entry is found by {@code check}. Entries name exams
 * and cases, never a patient.
 */
@NullMarked
package org.ecgnet.hub.audit;

import org.jspecify.annotations.NullMarked;
