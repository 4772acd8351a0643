/**
 * What is measured on a recording: beats, median beats, fiducials, intervals, levels, organisation.
 *
 * <p>Numbers only, with their units; whether a number is critical is a rule's business and belongs to the packages of
 * the rules. Built on {@code signal}; knows the vocabulary of {@code org.ecgnet.ecg} and nothing of triage.
 */
@NullMarked
package org.ecgnet.triage.measure;

import org.jspecify.annotations.NullMarked;
