package org.ecgnet.ops;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which room may see which; STYLE section 6 in code. */
class ArchitectureTest {

    private static final JavaClasses OURS =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.ecgnet");
    private static final String GENERATED = "org.ecgnet.protocol.uplink.v1..";
    private static final String GENERATED_NAME = "org.ecgnet.protocol.uplink.v1";
    private static final Set<String> BOUNDARIES = Set.of("EmbeddedBroker", "County");
    private static final String[] CORE = {
        "org.ecgnet.ecg..",
        "org.ecgnet.triage..",
        "org.ecgnet.protocol..",
        "org.ecgnet.format..",
        "org.ecgnet.hub.paging"
    };

    @Test
    void theVocabularyDependsOnPlainJavaOnly() {
        check(classes()
                .that()
                .resideInAPackage("org.ecgnet.ecg..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java.lang..", "java.time..", "java.util..", "org.jspecify..", "org.ecgnet.ecg.."));
    }

    @Test
    void triageSeesOnlyTheVocabularyNumericsAndTheTextOfItsTables() {
        check(classes()
                .that()
                .resideInAPackage("org.ecgnet.triage..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.time..",
                        "java.util..",
                        "org.jspecify..",
                        "org.hipparchus..",
                        "com.typesafe.config..",
                        "org.ecgnet.settings..",
                        "org.ecgnet.ecg..",
                        "org.ecgnet.triage.."));
    }

    @Test
    void theCoreReadsNoClockAndNoChance() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .and()
                .resideOutsideOfPackage(GENERATED)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Clock.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.util.Random.class));
    }

    @Test
    void theCoreTouchesNoFileSocketThreadOrLogger() {
        check(noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .and()
                .resideOutsideOfPackage(GENERATED)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.file..", "org.slf4j..", "java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class));
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "org.ecgnet.ecg..",
                        "org.ecgnet.triage..",
                        "org.ecgnet.hub.paging",
                        "org.ecgnet.protocol.device..",
                        "org.ecgnet.protocol.codec..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.io.."));
    }

    @Test
    void librariesStayInTheirRooms() {
        only("java.sql..", "org.ecgnet.hub.store.jdbc..", "org.ecgnet.edge.store..");
        only("com.zaxxer..", "org.ecgnet.hub.store.jdbc..");
        only("org.postgresql..", "org.ecgnet.hub.store.jdbc..");
        only("org.jdbi..", "org.ecgnet.hub.store.jdbc..");
        only("org.flywaydb..", "org.ecgnet.hub.store.jdbc..", "db.migration..");
        only("org.eclipse.paho..", "org.ecgnet.edge.uplink..", "org.ecgnet.hub.intake..");
        only("io.vertx..", "org.ecgnet.hub.console..", "org.ecgnet.hub.export..", "org.ecgnet.edge.page..");
        only("org.sqlite..", "org.ecgnet.edge.store..");
        only("org.apache.pdfbox..", "org.ecgnet.hub.paper..");
        only("org.dhatim..", "org.ecgnet.hub.register..");
        only("org.apache.activemq..", "org.ecgnet.hub.broker..");
        only(GENERATED, "org.ecgnet.protocol.uplink..");
        check(noClasses()
                .that()
                .doNotHaveSimpleName("JSerialCommLink")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.fazecast.."));
    }

    @Test
    void packagesHaveNoCycles() {
        check(slices().matching("org.ecgnet.(**)").should().beFreeOfCycles());
    }

    @Test
    void rulesAreFinalNamedAsRulesAndStateless() {
        check(classes()
                .that()
                .areAssignableTo("org.ecgnet.triage.TriageRule")
                .and()
                .areNotInterfaces()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .andShould()
                .haveSimpleNameEndingWith("Rule"));
        check(classes()
                .that()
                .areAssignableTo("org.ecgnet.triage.TriageRule")
                .and()
                .areNotInterfaces()
                .should()
                .haveOnlyFinalFields());
    }

    @Test
    void channelsAndRepositoriesAreNamedAsSuch() {
        check(classes()
                .that()
                .areAssignableTo("org.ecgnet.hub.paging.channel.PageChannel")
                .and()
                .areNotInterfaces()
                .should()
                .haveSimpleNameEndingWith("Channel"));
        check(classes().that(implementAnInterfaceNamedRepository()).should().haveSimpleNameStartingWith("Jdbc"));
    }

    @Test
    void domainTypesHaveNoSetters() {
        check(noMethods()
                .that()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackage(GENERATED)
                .should()
                .haveNameMatching("set[A-Z].*"));
    }

    @Test
    void nobodyPrintsSleepsOrUsesOldTime() {
        check(noClasses()
                .that()
                .doNotHaveFullyQualifiedName(
                        "org.ecgnet.edge.uplink.SiteCertificate") // certificates know no other time
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callMethod(Throwable.class, "printStackTrace"));
        check(noClasses()
                .that()
                .resideOutsideOfPackages("org.ecgnet.ops..", "org.ecgnet.sim..")
                .and()
                .haveSimpleNameNotEndingWith("Command")
                .and()
                .doNotHaveSimpleName("EcgHub")
                .and()
                .doNotHaveSimpleName("EdgeAgent")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err"));
    }

    /** The boundaries may, where a library declares it so (AutoCloseable, Artemis); {@code call} is Callable's. */
    @Test
    void nobodyThrowsOrCatchesAnythingAtAll() {
        List<String> culprits = new ArrayList<>();
        for (JavaClass type : OURS) {
            if (BOUNDARIES.contains(type.getSimpleName())
                    || type.getPackageName().startsWith(GENERATED_NAME)) {
                continue;
            }
            for (JavaCodeUnit unit : type.getCodeUnits()) {
                boolean throwsAll = unit.getExceptionTypes().stream().anyMatch(ArchitectureTest::everything);
                boolean catchesAll = unit.getTryCatchBlocks().stream()
                        .flatMap(block -> block.getCaughtThrowables().stream())
                        .anyMatch(ArchitectureTest::everything);
                if ((throwsAll || catchesAll) && !unit.getName().equals("call")) {
                    culprits.add(unit.getFullName());
                }
            }
        }
        assertThat(culprits).isEmpty();
    }

    private static boolean everything(JavaClass thrown) {
        return thrown.isEquivalentTo(Exception.class);
    }

    @Test
    void hubDomainsDoNotSeeTheirUsers() {
        check(noClasses()
                .that()
                .resideInAnyPackage(
                        "org.ecgnet.hub.exam",
                        "org.ecgnet.hub.reading",
                        "org.ecgnet.hub.critical",
                        "org.ecgnet.hub.paging",
                        "org.ecgnet.hub.roster",
                        "org.ecgnet.hub.dispatch",
                        "org.ecgnet.hub.worklist",
                        "org.ecgnet.hub.identity",
                        "org.ecgnet.hub.audit",
                        "org.ecgnet.hub.report..",
                        "org.ecgnet.hub.register..",
                        "org.ecgnet.hub.paper",
                        "org.ecgnet.hub.downlink",
                        "org.ecgnet.hub.event",
                        "org.ecgnet.hub.store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.ecgnet.hub.console..", "org.ecgnet.hub.intake..", "org.ecgnet.hub.store.jdbc.."));
    }

    @Test
    void heartsDoNotKnowTheRules() {
        check(noClasses()
                .that()
                .resideInAPackage("org.ecgnet.sim..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.ecgnet.triage.."));
    }

    @Test
    void edgeAndHubDoNotSeeEachOther() {
        check(noClasses()
                .that()
                .resideInAPackage("org.ecgnet.edge..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ecgnet.hub..", "org.ecgnet.sim..", "org.ecgnet.ops.."));
        check(noClasses()
                .that()
                .resideInAPackage("org.ecgnet.hub..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ecgnet.edge..", "org.ecgnet.sim..", "org.ecgnet.ops.."));
    }

    private static void only(String library, String... rooms) {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(with(rooms, "org.ecgnet.ops..", library))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(OURS);
    }

    private static String[] with(String[] packages, String... more) {
        List<String> all = new ArrayList<>(List.of(packages));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static DescribedPredicate<JavaClass> implementAnInterfaceNamedRepository() {
        return DescribedPredicate.describe(
                "implement an interface named Repository",
                type -> !type.isInterface()
                        && type.getAllRawInterfaces().stream()
                                .anyMatch(of -> of.getPackageName().startsWith("org.ecgnet")
                                        && of.getSimpleName().endsWith("Repository")));
    }
}
