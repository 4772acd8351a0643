package org.ecgnet.triage.accuracy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecgnet.ecg.Lead;
import org.ecgnet.ecg.LeadScale;
import org.ecgnet.ecg.Patient;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.SampleRate;
import org.ecgnet.ecg.Sex;
import org.ecgnet.ecg.Waveform;

/** Reads the WFDB records of the shared folder (formats 16 and 212, one file a record) for the accuracy runs. */
record WfdbFile(Recording recording, Patient patient) {

    private static final Pattern FORMAT = Pattern.compile("(\\d+)(?:\\+(\\d+))?.*");
    private static final Pattern GAIN = Pattern.compile("([-\\d.eE+]+)(?:\\((-?\\d+)\\))?.*");

    private record SignalLine(int format, int skip, double gain, int zero, String name) {}

    static WfdbFile read(Path header) {
        try {
            return parse(header);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static WfdbFile parse(Path header) throws IOException {
        List<String> lines = Files.readAllLines(header, StandardCharsets.ISO_8859_1);
        List<String> body =
                lines.stream().filter(l -> !l.startsWith("#") && !l.isBlank()).toList();
        String[] top = body.get(0).split("\\s+");
        int hertz = (int) Math.round(Double.parseDouble(top[2].split("[/(]")[0]));
        String file = body.get(1).split("\\s+")[0];
        List<SignalLine> signals = body.stream()
                .skip(1)
                .limit(Long.parseLong(top[1]))
                .filter(l -> l.startsWith(file + " "))
                .map(WfdbFile::signal)
                .toList();
        byte[] bytes = Files.readAllBytes(header.resolveSibling(file));
        int[] flat = signals.get(0).format == 212 ? packed212(bytes) : packed16(bytes, signals.get(0).skip);
        int length = flat.length / signals.size();
        if (top.length > 3) {
            length = Math.min(length, Integer.parseInt(top[3]));
        }
        boolean ludb = header.toString().replace('\\', '/').contains("/ludb/");
        List<Lead> leads = new ArrayList<>();
        List<LeadScale> scales = new ArrayList<>();
        int[][] counts = new int[signals.size()][length];
        for (int k = 0; k < signals.size(); k++) {
            SignalLine signal = signals.get(k);
            leads.add(lead(signal.name, leads));
            scales.add(ludb ? LeadScale.MICROVOLT : new LeadScale(1000 / signal.gain, signal.zero));
            for (int n = 0; n < length; n++) {
                counts[k][n] = flat[n * signals.size() + k];
            }
        }
        Waveform waveform = new Waveform(new SampleRate(hertz), leads, scales, counts);
        return new WfdbFile(Recording.of(Instant.EPOCH, waveform), patient(lines));
    }

    private static Lead lead(String name, List<Lead> taken) {
        Optional<Lead> named = Lead.named(name.replace("MLII", "II"));
        if (named.isPresent() && !taken.contains(named.get())) {
            return named.get();
        }
        return List.of(Lead.II, Lead.V1, Lead.V5, Lead.V2).stream()
                .filter(l -> !taken.contains(l))
                .findFirst()
                .orElseThrow();
    }

    private static SignalLine signal(String line) {
        String[] part = line.split("\\s+");
        Matcher format = FORMAT.matcher(part[1]);
        Matcher gain = GAIN.matcher(part[2]);
        if (!format.matches() || !gain.matches()) {
            throw new IllegalArgumentException("signal line: '" + line + "' (expected: file format gain ...)");
        }
        int zero = gain.group(2) != null ? Integer.parseInt(gain.group(2)) : Integer.parseInt(part[4]);
        double counts = Double.parseDouble(gain.group(1));
        return new SignalLine(
                Integer.parseInt(format.group(1)),
                format.group(2) == null ? 0 : Integer.parseInt(format.group(2)),
                counts == 0 ? 200 : counts,
                zero,
                part.length > 8 ? part[8] : "");
    }

    private static int[] packed16(byte[] bytes, int skip) {
        ByteBuffer in = ByteBuffer.wrap(bytes, skip, bytes.length - skip).order(ByteOrder.LITTLE_ENDIAN);
        int[] flat = new int[(bytes.length - skip) / 2];
        for (int n = 0; n < flat.length; n++) {
            flat[n] = in.getShort();
        }
        return flat;
    }

    private static int[] packed212(byte[] bytes) {
        int[] flat = new int[bytes.length / 3 * 2];
        for (int k = 0; k < flat.length / 2; k++) {
            int low = bytes[3 * k] & 0xFF;
            int middle = bytes[3 * k + 1] & 0xFF;
            int high = bytes[3 * k + 2] & 0xFF;
            flat[2 * k] = (low | (middle & 0x0F) << 8) << 20 >> 20;
            flat[2 * k + 1] = (high | (middle & 0xF0) << 4) << 20 >> 20;
        }
        return flat;
    }

    private static Patient patient(List<String> lines) {
        Sex sex = Sex.UNKNOWN;
        OptionalInt age = OptionalInt.empty();
        for (int k = 0; k < lines.size(); k++) {
            String line = lines.get(k)
                    .replace("#", "")
                    .replace("<", "")
                    .replace(">", "")
                    .strip();
            String value = line.substring(line.indexOf(':') + 1).strip();
            if (line.toLowerCase(Locale.ROOT).startsWith("sex")) {
                sex = value.startsWith("M") ? Sex.MALE : value.startsWith("F") ? Sex.FEMALE : sex;
            } else if (line.toLowerCase(Locale.ROOT).startsWith("age") && value.matches("\\d+.*")) {
                int number = Integer.parseInt(value.replaceAll("\\D.*", ""));
                int years = value.contains("mo") ? number / 12 : value.contains("d") ? 0 : number;
                age = OptionalInt.of(Math.min(130, years));
            }
        }
        return new Patient(Optional.empty(), Optional.empty(), sex, age);
    }
}
