package org.ecgnet.protocol.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.UnknownFieldSet;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.ecgnet.protocol.uplink.v1.Downlink;
import org.ecgnet.protocol.uplink.v1.Uplink;
import org.junit.jupiter.api.Test;

class UplinkCodecTest {

    private static final Instant NOW = GoldenMessages.SENT_AT;

    @Test
    void everyMessageReturnsAsItWas() {
        for (UplinkMessage message : GoldenMessages.uplink().values()) {
            assertThat(UplinkCodec.decode(UplinkCodec.encode(message, NOW)))
                    .isEqualTo(new Decoded.Accepted<>(message, NOW, 0));
        }
        for (DownlinkMessage message : GoldenMessages.downlink().values()) {
            assertThat(DownlinkCodec.decode(DownlinkCodec.encode(message, NOW, 5)))
                    .isEqualTo(new Decoded.Accepted<>(message, NOW, 5));
        }
    }

    @Test
    void anEmptyPatientAndNothingQueuedReturnAsAbsent() {
        var unknown = new UplinkMessage.Heartbeat(NOW, "", 0, Optional.empty(), 0);

        assertThat(UplinkCodec.decode(UplinkCodec.encode(unknown, NOW)))
                .isEqualTo(new Decoded.Accepted<>(unknown, NOW, 0));
    }

    @Test
    void aFieldOfALaterVersionOneIsTolerated() throws InvalidProtocolBufferException {
        UnknownFieldSet later = UnknownFieldSet.newBuilder()
                .addField(
                        999,
                        UnknownFieldSet.Field.newBuilder()
                                .addLengthDelimited(ByteString.copyFromUtf8("later"))
                                .build())
                .build();
        for (UplinkMessage message : GoldenMessages.uplink().values()) {
            Uplink envelope = Uplink.parseFrom(UplinkCodec.encode(message, NOW));
            byte[] more = envelope.toBuilder().setUnknownFields(later).build().toByteArray();

            assertThat(UplinkCodec.decode(more)).isEqualTo(new Decoded.Accepted<>(message, NOW, 0));
            assertThat(Uplink.parseFrom(more).toByteArray())
                    .as("and survives a relay")
                    .isEqualTo(more);
        }
    }

    @Test
    void anotherVersionIsRefusedWithAReasonThatNamesTheExam() {
        byte[] second = changed("wave-chunk", envelope -> envelope.setVersion(2));

        assertThat(UplinkCodec.decode(second))
                .isEqualTo(new Decoded.Refused<>("wire version 2 (expected: 1)", Optional.of(GoldenMessages.EXAM), 2));
        assertThat(DownlinkCodec.decode(
                        Downlink.newBuilder().setVersion(9).build().toByteArray()))
                .isEqualTo(new Decoded.Refused<>("wire version 9 (expected: 1)", Optional.empty(), 0));
        assertThat(UplinkCodec.decode(new byte[0]))
                .isEqualTo(new Decoded.Refused<>("wire version 0 (expected: 1)", Optional.empty(), 0));
    }

    @Test
    void aBodyOfALaterVersionOneIsRefusedNotMisread() {
        byte[] noBody = Uplink.newBuilder().setVersion(1).build().toByteArray();

        assertThat(UplinkCodec.decode(noBody))
                .isEqualTo(new Decoded.Refused<>("bad value: body: none that version 1 knows", Optional.empty(), 0));
    }

    @Test
    void badValuesAreRefusedByNameWithoutPatientData() {
        refused(
                changed(
                        "exam-started",
                        e -> e.setExamStarted(e.getExamStartedBuilder().setSeq(4))),
                "bad value: seq: 4 (expected: 0 for the start)");
        refused(
                changed(
                        "exam-started",
                        e -> e.setExamStarted(e.getExamStartedBuilder().setExamId(ByteString.copyFromUtf8("short")))),
                "bad value: exam_id: 5 bytes (expected: 16)");
        refused(
                changed("exam-started", e -> {
                    e.getExamStartedBuilder().getLeadsBuilder(0).setLead("V99");
                    return e;
                }),
                "bad value: lead: unknown name (expected: I ... V9)");
        refused(
                changed("exam-started", e -> {
                    e.getExamStartedBuilder().getLeadsBuilder(0).setMicrovoltsPerCount(Double.NaN);
                    return e;
                }),
                "bad value: microvoltsPerCount: NaN (expected: above 0, at most 1000000)");
        refused(
                changed("exam-started", e -> {
                    e.getExamStartedBuilder().getPatientBuilder().setAgeYears(200);
                    return e;
                }),
                "bad value: ageYears: out of range (expected: 0..130)");
        refused(
                changed(
                        "exam-started",
                        e -> e.setExamStarted(e.getExamStartedBuilder()
                                .setLeads(1, e.getExamStarted().getLeads(0)))),
                "bad value: leads: [II, II] (expected: each once)");
        refused(
                changed(
                        "exam-ended",
                        e -> e.setExamEnded(e.getExamEndedBuilder().setSha256(ByteString.EMPTY))),
                "bad value: seq: 11, chunks: 10, samples: 5000, sha256 bytes: 0 (expected: seq = chunks + 1, 32 bytes)");
        refused(
                changed(
                        "clinic-confirmed",
                        e -> e.setClinicConfirmed(e.getClinicConfirmedBuilder().setAction("SHRUGGED"))),
                "bad value: ClinicAction: unknown name");
        refused(
                changed(
                        "wave-chunk",
                        e -> e.setWaveChunk(e.getWaveChunkBuilder().setSamples(-1))),
                "bad value: seq: 2, firstSample: 500, samples: -1 (expected: seq and samples from 1, firstSample from 0)");
    }

    @Test
    void textsAndMarksThatNoDatabaseHoldsAreRefused() {
        refused(
                changed("exam-started", e -> {
                    e.getExamStartedBuilder().getPatientBuilder().setName("a\0b");
                    return e;
                }),
                "bad value: text: with a NUL character (expected: none)");
        refused(
                changed("clinic-confirmed", e -> {
                    e.getClinicConfirmedBuilder().setBy("\0");
                    return e;
                }),
                "bad value: text: with a NUL character (expected: none)");
        refused(
                changed("wave-chunk", e -> {
                    e.getWaveChunkBuilder().addPaceSamples(-1);
                    return e;
                }),
                "bad value: sample of a mark: -1 (expected: from 0)");
    }

    @Test
    void timesThatNoClockShowsAreRefused() {
        refused(
                changed("heartbeat", e -> e.setSentAtMicros(Long.MAX_VALUE)),
                "bad value: time: beyond the years 1970 to 2200");
        refused(
                changed(
                        "exam-started",
                        e -> e.setExamStarted(e.getExamStartedBuilder().setStartedAtMicros(Long.MIN_VALUE))),
                "bad value: time: beyond the years 1970 to 2200");
    }

    @Test
    void aMessageLargerThanAnyIsRefusedUnread() {
        assertThat(UplinkCodec.decode(new byte[WireV1.MAX_MESSAGE_BYTES + 1]))
                .isEqualTo(
                        new Decoded.Refused<>("message of 98305 bytes (expected: at most 98304)", Optional.empty(), 0));
        assertThat(DownlinkCodec.decode(new byte[WireV1.MAX_MESSAGE_BYTES + 1])).isInstanceOf(Decoded.Refused.class);
    }

    @Test
    void hostileBytesNeverThrow() {
        Random random = new Random(3);
        byte[][] seeds = GoldenMessages.uplink().values().stream()
                .map(message -> UplinkCodec.encode(message, NOW))
                .toArray(byte[][]::new);
        byte[][] downSeeds = GoldenMessages.downlink().values().stream()
                .map(message -> DownlinkCodec.encode(message, NOW, 1))
                .toArray(byte[][]::new);
        int refused = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] up = damaged(seeds[random.nextInt(seeds.length)], random);
            byte[] down = damaged(downSeeds[random.nextInt(downSeeds.length)], random);
            refused += UplinkCodec.decode(up) instanceof Decoded.Refused ? 1 : 0;
            refused += DownlinkCodec.decode(down) instanceof Decoded.Refused ? 1 : 0;
        }

        assertThat(refused).isGreaterThan(10_000);
    }

    private static byte[] damaged(byte[] message, Random random) {
        byte[] damaged = java.util.Arrays.copyOf(message, 1 + random.nextInt(message.length));
        for (int change = random.nextInt(4); change >= 0; change--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        return damaged;
    }

    private static void refused(byte[] bytes, String reason) {
        assertThat(UplinkCodec.decode(bytes))
                .isInstanceOfSatisfying(Decoded.Refused.class, refused -> assertThat(refused.reason())
                        .isEqualTo(reason)
                        .doesNotContain("测试", "11010519491231002X"));
    }

    private static byte[] changed(String name, UnaryOperator<Uplink.Builder> change) {
        try {
            Map<String, UplinkMessage> messages = GoldenMessages.uplink();
            Uplink envelope = Uplink.parseFrom(UplinkCodec.encode(messages.get(name), NOW));
            return change.apply(envelope.toBuilder()).build().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
