package org.ecgnet.ops.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.wfdb.WfdbException;
import org.ecgnet.format.wfdb.WfdbHeader;
import org.ecgnet.format.wfdb.WfdbSignals;
import org.ecgnet.ops.county.Played;
import org.ecgnet.ops.county.StoredSamples;
import org.ecgnet.ops.program.ProgramException;

/** A WFDB record: whom it was taken from, and whether what the hub stored is the file. */
record RealRecord(Path path, WfdbHeader header) {

    /** @param path of the {@code .hea} */
    static RealRecord open(Path path) {
        try {
            return new RealRecord(path, WfdbHeader.parse(Files.readString(path, StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new ProgramException(
                    "--record " + path + ": cannot read it (expected: the .hea of a WFDB record)", e);
        } catch (WfdbException e) {
            throw new ProgramException("--record " + path + ": " + e.getMessage(), e);
        }
    }

    Played played() {
        return Played.recording(
                path, header.patient().sex().name(), header.patient().ageYears().orElse(Played.AGE_UNKNOWN));
    }

    /** How the stored samples differ from the file's, in words; empty when they are the file's, bit for bit. */
    Optional<String> differenceFrom(StoredSamples stored) {
        try {
            Path signals = path.resolveSibling(WfdbSignals.file(header));
            Waveform file = WfdbSignals.read(header, Files.readAllBytes(signals));
            return stored.equalTo(file.counts()) ? Optional.empty() : Optional.of("not the samples of the file");
        } catch (IOException e) {
            throw new ProgramException("cannot read the signals of " + path, e);
        }
    }
}
