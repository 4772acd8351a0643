package org.ecgnet.hub.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ecgnet.ecg.Recording;
import org.ecgnet.ecg.TriageLevel;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.triage.Finding;
import org.ecgnet.triage.Measurements;
import org.ecgnet.triage.QualityReport;
import org.ecgnet.triage.Reading;
import org.ecgnet.triage.Reading.Limitation;
import org.ecgnet.triage.prior.PriorEcg;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The engine, and a reading even where it has none: a failure is yellow and says so, never silence. */
final class CarefulEngine {

    private static final Logger LOGGER = LoggerFactory.getLogger(CarefulEngine.class);
    private static final String NAME = "ecg-hub";

    private final Engine engine;

    CarefulEngine(Engine engine) {
        this.engine = engine;
    }

    /**
     * @param recording empty when nothing could be put together
     * @param prior the patient's earlier recording, if the county has one
     * @param problem how the samples differ from what the clinic sent; empty when they do not
     */
    Reading read(Exam exam, Optional<Recording> recording, Optional<PriorEcg> prior, Optional<String> problem) {
        Reading reading = recording.map(samples -> ask(exam, samples, prior)).orElseGet(CarefulEngine::nothing);
        return problem.isEmpty() ? reading : damaged(reading);
    }

    private Reading ask(Exam exam, Recording recording, Optional<PriorEcg> prior) {
        try {
            return engine.read(recording, exam.patient(), exam.symptoms(), prior);
        } catch (RuntimeException e) {
            LOGGER.error("the engine failed on exam {}; raised to yellow (runbook: engine)", exam.id(), e);
            return failed();
        }
    }

    private static Reading failed() {
        return plain(
                TriageLevel.YELLOW,
                List.of(new Finding(
                        "R00",
                        "ENGINE_FAILED",
                        TriageLevel.YELLOW,
                        false,
                        1,
                        List.of(),
                        "自动分析失败，本次心电图未经机器判读，请医师尽快人工判读。",
                        "The automatic analysis failed: no machine has read this ECG. A physician must read it soon.")),
                List.of());
    }

    private static Reading nothing() {
        return plain(
                TriageLevel.GREY,
                List.of(),
                List.of(new Limitation("没有可判读的波形，请重新采集。", "There are no samples to read: record again.")));
    }

    private static Reading plain(TriageLevel level, List<Finding> findings, List<Limitation> limits) {
        return new Reading(level, findings, List.of(), Measurements.NONE, QualityReport.GOOD, limits, "none", NAME);
    }

    /** Damaged samples may prove a red, and never a green. */
    private static Reading damaged(Reading reading) {
        List<Limitation> limits = new ArrayList<>(reading.cannotJudge());
        limits.add(new Limitation(
                "波形校验不一致，数据可能受损，请核对原始记录。",
                "The samples do not agree with the clinic's checksum: compare with the original."));
        return new Reading(
                reading.level().moreUrgent(TriageLevel.GREY),
                reading.findings(),
                reading.statements(),
                reading.measurements(),
                reading.quality(),
                limits,
                reading.profile(),
                reading.engine());
    }
}
