package org.ecgnet.hub.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.ecgnet.ecg.Bedside;
import org.ecgnet.ecg.ExamId;
import org.ecgnet.ecg.Patient;
import org.ecgnet.hub.audit.AuditAction;
import org.ecgnet.hub.audit.AuditRepository;
import org.ecgnet.hub.critical.CasePolicy;
import org.ecgnet.hub.critical.CriticalDesk;
import org.ecgnet.hub.critical.Disposition;
import org.ecgnet.hub.critical.PatientIdentifier;
import org.ecgnet.hub.critical.Person;
import org.ecgnet.hub.critical.ReadBack;
import org.ecgnet.hub.critical.Reds;
import org.ecgnet.hub.event.HubEvents;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.intake.IntakeRepository;
import org.ecgnet.hub.paper.PaperFonts;
import org.ecgnet.hub.register.RegisterRefusal.Reason;
import org.ecgnet.hub.roster.Clinic;
import org.ecgnet.hub.roster.ClinicDirectory;
import org.ecgnet.hub.site.Scope;
import org.ecgnet.hub.store.jdbc.TestDatabase;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicAction;
import org.ecgnet.protocol.uplink.UplinkMessage.ClinicConfirmed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RegisterDeskIT {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOW = Instant.parse("2026-03-01T02:00:00Z");
    private static final Person WANG = new Person("wang", "王医生");
    private static final Person LIU = new Person("liu", "刘主任");
    private static final Patient FORMULA = Reds.patient("=cmd|'/c calc'!A1", "610922195001019999", 60);

    private final CriticalDesk critical = new CriticalDesk(DATABASE.database(), new HubEvents(), CasePolicy.DEFAULT);
    private final RegisterDesk desk = new RegisterDesk(
            DATABASE.database(),
            new ClinicDirectory(List.of(new Clinic(Reds.SITE, "临河村卫生室", "", "0471-555", Optional.empty()))),
            SHANGHAI);
    private Instant opened = NOW;
    private UUID caseId = UUID.randomUUID();

    @BeforeEach
    void openACase() {
        opened = NOW.plusSeconds(DATABASE.count("critical_case") * 3_600L);
        Exam exam = Reds.store(DATABASE.database(), FORMULA, opened);
        caseId = Reds.caseId(Reds.red(DATABASE.database(), exam, opened, Reds.hard("R11")));
    }

    @Test
    void theLineTellsWhoDidWhatToTheSecond() {
        critical.acknowledge(
                caseId,
                WANG,
                new ReadBack(Map.of(PatientIdentifier.AGE, "60", PatientIdentifier.IDENTITY_NUMBER, "9999"), "R11"),
                opened.plusSeconds(41));
        critical.disposition(caseId, WANG, Disposition.TRANSFER, "县医院", opened.plusSeconds(90));

        Map<RegisterColumn, String> values = line().values(SHANGHAI, RegisterLanguage.CHINESE);

        assertThat(values)
                .containsEntry(RegisterColumn.CLINIC, "临河村卫生室")
                .containsEntry(RegisterColumn.RULES, "R11 HARD")
                .containsEntry(RegisterColumn.CONTENT, "R11危急")
                .containsEntry(RegisterColumn.LATENCY_SECONDS, "41")
                .containsEntry(RegisterColumn.READ_BACK_BY, "王医生")
                .containsEntry(RegisterColumn.DISPOSITION, "转院: 县医院");
        assertThat(line().values(SHANGHAI, RegisterLanguage.ENGLISH))
                .containsEntry(RegisterColumn.CONTENT, "R11 is red")
                .containsEntry(RegisterColumn.DISPOSITION, "transfer: 县医院")
                .containsEntry(RegisterColumn.CLINIC, "临河村卫生室");
        assertThat(values.get(RegisterColumn.READ_BACK)).contains("R11", "AGE", "IDENTITY_NUMBER");
        assertThat(values.get(RegisterColumn.READ_BACK_AT)).endsWith(":41");
    }

    @Test
    void theOnsetThatTheClinicNotedIsInTheLine() {
        Bedside onset = new Bedside(
                Optional.of(Instant.parse("2026-03-01T05:30:00Z")),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty());
        Exam exam = Reds.store(DATABASE.database(), Reds.exam(FORMULA, false, onset, opened), opened);
        caseId = Reds.caseId(Reds.red(DATABASE.database(), exam, opened, Reds.hard("R03")));

        String noted = line().values(SHANGHAI, RegisterLanguage.CHINESE).get(RegisterColumn.ONSET);

        assertThat(noted).isEqualTo("2026-03-01 13:30:00");
    }

    @Test
    void aListNamesNobodyAndTheOpenedLineIsInTheAudit() {
        Map<RegisterColumn, String> masked = line().masked(SHANGHAI, RegisterLanguage.CHINESE);

        assertThat(masked)
                .containsEntry(RegisterColumn.PATIENT_NAME, "=***")
                .containsEntry(RegisterColumn.IDENTITY, "****9999");
        assertThat(desk.open(caseId, "wang", NOW)).hasValueSatisfying(line -> {
            assertThat(line.values(SHANGHAI, RegisterLanguage.CHINESE))
                    .containsEntry(RegisterColumn.IDENTITY, "610922195001019999");
            assertThat(audited(line.row().exam())).contains(AuditAction.REGISTER_OPENED);
        });
    }

    @Test
    void whatTheClinicReadBackIsInTheLineInItsLanguageAndInNoMaskedList() {
        ExamId exam = line().row().exam().id();
        DATABASE.database().transact(transaction -> transaction
                .repository(IntakeRepository.class)
                .addConfirmation(
                        new ClinicConfirmed(exam, 99, ClinicAction.SEEN, "周护士", opened, "张大娘 R11 危急"), opened));
        critical.clinicConfirmed(exam, opened);

        assertThat(line().values(SHANGHAI, RegisterLanguage.CHINESE).get(RegisterColumn.CLINIC_SAW))
                .startsWith("周护士 ")
                .endsWith("; 复述: 张大娘 R11 危急");
        assertThat(line().values(SHANGHAI, RegisterLanguage.ENGLISH).get(RegisterColumn.CLINIC_SAW))
                .endsWith("; read back: 张大娘 R11 危急");
        assertThat(line().masked(SHANGHAI, RegisterLanguage.CHINESE).get(RegisterColumn.CLINIC_SAW))
                .startsWith("周护士 ")
                .doesNotContain("张大娘");
    }

    @Test
    void anEditKeepsWhatWasThereBeforeItWithWhoWhenAndWhy() {
        assertThat(write(RegisterColumn.OUTCOME, "", "好转出院", "", WANG)).isEmpty();
        assertThat(write(RegisterColumn.OUTCOME, "好转出院", "死亡", "误填", LIU)).isEmpty();

        assertThat(line().edits())
                .extracting(RegisterEdit::value, RegisterEdit::by, RegisterEdit::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("好转出院", "王医生", ""),
                        org.assertj.core.groups.Tuple.tuple("死亡", "刘主任", "误填"));
        assertThat(line().values(SHANGHAI, RegisterLanguage.CHINESE)).containsEntry(RegisterColumn.OUTCOME, "死亡");
        assertThatThrownBy(() -> DATABASE.administer("delete from register_edit"))
                .hasMessageContaining("only added to");
    }

    @Test
    void whoWritesOverAnUnseenValueIsTold() {
        assertThat(write(RegisterColumn.RECEIVER_NAME, "", "赵护士", "", WANG)).isEmpty();

        assertThat(write(RegisterColumn.RECEIVER_NAME, "", "钱护士", "", LIU).map(RegisterRefusal::reason))
                .contains(Reason.STALE);
        assertThat(desk.write(UUID.randomUUID(), RegisterColumn.REMARK, "", "x", "", WANG, NOW)
                        .map(RegisterRefusal::reason))
                .contains(Reason.NO_SUCH_LINE);
    }

    @Test
    void theReviewAndTimesReadAsWords() {
        write(RegisterColumn.REVIEW, "", "FALSE_ALARM", "", WANG);
        write(RegisterColumn.DOOR, "", opened.toString(), "", WANG);

        assertThat(line().values(SHANGHAI, RegisterLanguage.CHINESE)).containsEntry(RegisterColumn.REVIEW, "误报");
        assertThat(line().values(SHANGHAI, RegisterLanguage.ENGLISH))
                .containsEntry(RegisterColumn.REVIEW, "false alarm");
        assertThat(line().values(SHANGHAI, RegisterLanguage.CHINESE).get(RegisterColumn.DOOR))
                .startsWith("2026-03-01 ");
    }

    @Test
    void aLineIsFoundByItsSerialNumber() {
        long number = line().row().known().number();

        assertThat(desk.numbered(Scope.COUNTY, number))
                .hasValueSatisfying(
                        found -> assertThat(found.row().known().id()).isEqualTo(caseId));
        assertThat(desk.numbered(Scope.COUNTY, 999_999)).isEmpty();
    }

    @Test
    void everyFileIsInTheAuditAndAFormulaInANameStaysText() {
        int before = DATABASE.count("audit where action = 'REGISTER_EXPORTED'");

        List<RegisterLine> lines =
                desk.export(Scope.COUNTY, opened, opened.plusSeconds(1), "wang", "CSV with names", NOW);
        String csv = new String(
                RegisterCsv.write(lines.stream()
                        .map(line -> line.values(SHANGHAI, RegisterLanguage.CHINESE))
                        .toList()),
                StandardCharsets.UTF_8);

        assertThat(csv).contains(",'=cmd|'/c calc'!A1,").doesNotContain(",=cmd");
        assertThat(DATABASE.count("audit where action = 'REGISTER_EXPORTED'")).isEqualTo(before + 1);
    }

    @Test
    void thePaperHasEveryLineInChinese() throws IOException {
        List<Path> fonts = List.of(
                Path.of("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"),
                Path.of("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf"));
        assumeTrue(
                fonts.stream().allMatch(Files::isReadable),
                "SKIPPED, no paper was made: apt-get install -y fonts-dejavu-core fonts-droid-fallback");

        byte[] pdf = RegisterPdf.write(
                List.of(
                        line().masked(SHANGHAI, RegisterLanguage.CHINESE),
                        line().masked(SHANGHAI, RegisterLanguage.CHINESE)),
                "临河县心电中心",
                "王医生",
                NOW,
                SHANGHAI,
                RegisterLanguage.CHINESE,
                PaperFonts.read(fonts));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("危急值登记", "临河村卫生室", "R11危急", "第 1 / 1 页")
                    .doesNotContain("610922195001019999");
        }
    }

    private RegisterLine line() {
        return desk.between(Scope.COUNTY, opened, opened.plusSeconds(1)).stream()
                .filter(line -> line.row().known().id().equals(caseId))
                .findFirst()
                .orElseThrow();
    }

    private Optional<RegisterRefusal> write(
            RegisterColumn column, String seen, String value, String reason, Person person) {
        return desk.write(caseId, column, seen, value, reason, person, opened.plusSeconds(600));
    }

    private static List<AuditAction> audited(Exam exam) {
        return DATABASE
                .database()
                .inTransaction(transaction ->
                        transaction.repository(AuditRepository.class).ofExam(exam.id()))
                .stream()
                .map(entry -> entry.event().action())
                .toList();
    }
}
