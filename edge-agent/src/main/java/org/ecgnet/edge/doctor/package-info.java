/**
 * What an operator asks when a clinic's agent does not do its work: {@code edge-agent doctor}. One {@link
 * org.ecgnet.edge.doctor.Check} a subject, each of which looks and changes nothing; what it finds names the fault and what to
 * do about it. Nothing of a patient is looked at, so that the answer can be sent to anybody who may help.
 */
@NullMarked
package org.ecgnet.edge.doctor;

import org.jspecify.annotations.NullMarked;
