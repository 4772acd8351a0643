package org.ecgnet.edge.drop;

import java.util.List;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;

/**
 * An exam made of a file.
 *
 * @param messages all of it, in order: begun, chunks, ended
 */
public record DroppedExam(ExamId examId, List<OfExam> messages, Recording recording, Patient patient) {

    public DroppedExam {
        messages = List.copyOf(messages);
    }
}
