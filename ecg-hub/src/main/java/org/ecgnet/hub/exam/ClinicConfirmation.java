package org.ecgnet.hub.exam;

import java.time.Instant;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;

/**
 * What somebody at the clinic did with a result.
 *
 * @param by as the clinic names its staff
 * @param at by the clinic's clock
 * @param storedAt by the hub's clock
 * @param words what was read back or said; empty for none
 */
public record ClinicConfirmation(
        ExamId examId, int seq, ClinicAction action, String by, Instant at, Instant storedAt, String words) {}
