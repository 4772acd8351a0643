package org.ecgnet.edge.drop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ecgnet.ecg.Sex;
import org.ecgnet.edge.capture.Reassembly;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamEnded;
import org.ecgnet.protocol.uplink.UplinkMessage.ExamStarted;
import org.ecgnet.protocol.uplink.UplinkMessage.OfExam;
import org.ecgnet.protocol.uplink.UplinkMessage.WaveChunk;
import org.ecgnet.sim.heart.Scenario;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropFolderIT {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @TempDir
    private Path folder;

    private final List<DroppedExam> taken = new ArrayList<>();
    private boolean full;
    private DropFolder drop;

    @BeforeEach
    void watch() {
        drop = new DropFolder(
                new DropSettings(folder, Duration.ofSeconds(1), Duration.ofSeconds(3), ZoneId.of("Asia/Shanghai")),
                exam -> {
                    if (!full) {
                        taken.add(exam);
                    }
                    return !full;
                });
        drop.look(0);
    }

    @Test
    void aFileBecomesAnExamAndIsKept() throws IOException {
        byte[] file = CartFile.of(Scenario.NORMAL, 1);
        Files.write(folder.resolve("a.xml"), file);

        look(1, 5);

        assertThat(taken).hasSize(1);
        assertThat(names("done")).containsExactly("a.xml");
        assertThat(Files.readAllBytes(folder.resolve("done/a.xml"))).isEqualTo(file);
        List<OfExam> messages = taken.get(0).messages();
        ExamStarted started = (ExamStarted) messages.get(0);
        assertThat(started.startedAt()).isEqualTo(Instant.parse("2026-03-01T01:10:11Z"));
        assertThat(started.unit().value()).isEqualTo("cart-mac-55");
        assertThat(started.unitModel()).isEqualTo("MUSE XML: MAC 55");
        assertThat(started.patient().sex()).isEqualTo(Sex.MALE);
        List<WaveChunk> chunks = messages.stream()
                .filter(WaveChunk.class::isInstance)
                .map(WaveChunk.class::cast)
                .toList();
        assertThat(chunks).hasSize(11);
        assertThat(Reassembly.recording(started, chunks)).isEqualTo(taken.get(0).recording());
        ExamEnded ended = (ExamEnded) messages.get(12);
        assertThat(ended.samples()).isEqualTo(5123);
        assertThat(ended.sha256()).isEqualTo(Reassembly.cutOff(started, chunks).sha256());
    }

    @Test
    void aFileThatGrowsIsWaitedFor() throws IOException {
        byte[] file = CartFile.of(Scenario.NORMAL, 1);
        for (int second = 1; second <= 8; second++) {
            Files.write(folder.resolve("a.xml"), Arrays.copyOf(file, file.length * second / 8));
            drop.look(second * SECOND);
        }
        assertThat(taken).isEmpty();

        look(9, 12);

        assertThat(taken).hasSize(1);
    }

    @Test
    void workingNamesAreTheirWriters() throws IOException {
        for (String name : List.of(".a.xml", "~a.xml", "a.xml.tmp", "a.xml.part")) {
            Files.write(folder.resolve(name), CartFile.of(Scenario.NORMAL, 1));
        }

        look(1, 10);

        assertThat(taken).isEmpty();
        assertThat(names("refused")).isEmpty();
    }

    @Test
    void aPowerCutBeforeTheMoveMakesTheSameExamAgain() throws IOException {
        byte[] file = CartFile.of(Scenario.NORMAL, 1);
        Files.write(folder.resolve("a.xml"), file);
        look(1, 5);
        Files.write(folder.resolve("b.xml"), file); // as if it had not been moved, or copied in twice
        Files.write(folder.resolve("c.xml"), CartFile.of(Scenario.NORMAL, 2));

        look(6, 10);

        assertThat(taken).hasSize(3);
        assertThat(taken.get(1).examId()).isEqualTo(taken.get(0).examId());
        assertThat(taken.get(1).messages()).isEqualTo(taken.get(0).messages());
        assertThat(taken.get(2).examId()).isNotEqualTo(taken.get(0).examId());
        assertThat(names("done")).containsExactly("a.xml", "b.xml", "c.xml");
    }

    @Test
    void aRefusedFileIsKeptBesideATextThatSaysWhatToDo() throws IOException {
        String text = new String(CartFile.of(Scenario.NORMAL, 1), java.nio.charset.StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("a.xml"), text.replace("MICROVOLTS", "LSB"));
        look(1, 5);
        Files.writeString(folder.resolve("a.xml"), "%PDF");

        look(6, 10);

        assertThat(taken).isEmpty();
        assertThat(names("refused")).containsExactly("2-a.xml", "2-a.xml.txt", "a.xml", "a.xml.txt");
        assertThat(Files.readString(folder.resolve("refused/a.xml.txt")))
                .contains("不能判读", "请换一种导出格式", "Choose another export format", "NO_UNITS: MUSE XML")
                .doesNotContain("ID-9");
        assertThat(Files.readString(folder.resolve("refused/2-a.xml.txt"))).contains("UNKNOWN_FORMAT");
    }

    @Test
    void whatCannotBeStoredStaysAndIsOfferedAgain() throws IOException {
        Files.write(folder.resolve("a.xml"), CartFile.of(Scenario.NORMAL, 1));
        full = true;
        look(1, 8);
        assertThat(Files.exists(folder.resolve("a.xml"))).isTrue();
        full = false;

        look(9, 9);

        assertThat(taken).hasSize(1);
        assertThat(names("done")).containsExactly("a.xml");
    }

    private void look(int fromSecond, int toSecond) {
        for (int second = fromSecond; second <= toSecond; second++) {
            drop.look(second * SECOND);
        }
    }

    private List<String> names(String of) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(of))) {
            return files.map(file -> file.getFileName().toString()).sorted().collect(Collectors.toList());
        }
    }
}
