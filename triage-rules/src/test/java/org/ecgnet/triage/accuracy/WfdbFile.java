package org.ecgnet.triage.accuracy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.wfdb.WfdbHeader;
import org.ecgnet.format.wfdb.WfdbSignals;

/** A record of the shared folder; LUDB's gains are a normalisation, its counts are microvolts. */
record WfdbFile(Recording recording, Patient patient) {

    static WfdbFile read(Path path) {
        try {
            WfdbHeader header = WfdbHeader.parse(headerOf(path));
            Waveform read = WfdbSignals.read(header, Files.readAllBytes(path.resolveSibling(WfdbSignals.file(header))));
            Waveform waveform = header.comments().contains("<diagnoses>:")
                    ? new Waveform(
                            read.rate(),
                            read.leads(),
                            Collections.nCopies(read.leads().size(), LeadScale.MICROVOLT),
                            read.counts())
                    : read;
            return new WfdbFile(Recording.of(Instant.EPOCH, waveform), header.patient());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The channels of the noise stress test are no leads of a heart: they are read as if they were the first two. */
    private static String headerOf(Path path) throws IOException {
        return Files.readString(path, StandardCharsets.ISO_8859_1)
                .replace(" noise1", " I")
                .replace(" noise2", " II");
    }
}
