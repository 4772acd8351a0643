package org.ecgnet.ops.evaluate.record;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.Waveform;
import org.ecgnet.format.wfdb.WfdbException;
import org.ecgnet.format.wfdb.WfdbHeader;
import org.ecgnet.format.wfdb.WfdbSignals;

/**
 * Reads WFDB records: formats 16 and 212, and the {@code .mat} of the Challenge sets; the signals of the first file.
 *
 * <p><b>LUDB's gains are no calibration.</b> The headers of LUDB (Kalyakulina 2020) scale every lead to a span of exactly 1
 * header millivolt; with 1 uV a count and offset 0 in all leads III = II - I holds exactly, so that is what its counts
 * are. A header of LUDB is known by its comment {@code <diagnoses>:}, which no other set here writes.
 */
public final class RecordReader {

    private static final String LUDB_COMMENT = "<diagnoses>:";

    private final RecordFolder folder;
    private final PatientTables patients;
    private final OptionalInt channel;

    /** @param channel the only signal to read, from 0; all when empty */
    public RecordReader(RecordFolder folder, PatientTables patients, OptionalInt channel) {
        this.folder = folder;
        this.patients = patients;
        this.channel = channel;
    }

    /** @throws UnreadableRecord saying what is wrong with the file */
    public EcgRecord read(RecordName name) {
        try {
            Path path = folder.header(name);
            WfdbHeader header = WfdbHeader.parse(Files.readString(path, StandardCharsets.ISO_8859_1))
                    .firstFile();
            byte[] bytes = Files.readAllBytes(path.resolveSibling(WfdbSignals.file(header)));
            Waveform waveform = WfdbSignals.read(header, bytes);
            Waveform scaled = ludb(header) ? inMicrovolts(waveform) : waveform;
            Patient patient = patients.of(name).orElseGet(header::patient);
            return new EcgRecord(name, Recording.of(Instant.EPOCH, only(scaled)), patient, header.comments());
        } catch (IOException e) {
            throw new UnreadableRecord("file: " + e.getClass().getSimpleName(), e);
        } catch (WfdbException | IllegalArgumentException e) {
            throw new UnreadableRecord(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean ludb(WfdbHeader header) {
        return header.comments().contains(LUDB_COMMENT);
    }

    private static Waveform inMicrovolts(Waveform of) {
        List<LeadScale> scales = Collections.nCopies(of.leads().size(), LeadScale.MICROVOLT);
        return new Waveform(of.rate(), of.leads(), scales, of.counts());
    }

    private Waveform only(Waveform all) {
        if (channel.isEmpty()) {
            return all;
        }
        int signal = channel.getAsInt();
        if (signal >= all.leads().size()) {
            throw new IllegalArgumentException(
                    "channel: " + signal + " (expected: 0.." + (all.leads().size() - 1) + ")");
        }
        return new Waveform(
                all.rate(),
                List.of(all.leads().get(signal)),
                List.of(all.scales().get(signal)),
                new int[][] {all.counts()[signal]});
    }
}
