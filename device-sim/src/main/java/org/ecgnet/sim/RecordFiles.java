package org.ecgnet.sim;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.wfdb.WfdbHeader;
import org.ecgnet.format.wfdb.WfdbSignals;

/** Reads the files of a WFDB record. */
final class RecordFiles {

    private RecordFiles() {}

    /**
     * @param header the {@code .hea} file; the signals lie beside it
     * @throws org.ecgnet.format.wfdb.WfdbException when the record is not understood or damaged
     */
    static Waveform read(Path header) throws IOException {
        WfdbHeader parsed = WfdbHeader.parse(Files.readString(header, StandardCharsets.ISO_8859_1));
        byte[] signals = Files.readAllBytes(header.resolveSibling(WfdbSignals.file(parsed)));
        return WfdbSignals.read(parsed, signals);
    }
}
