package org.ecgnet.hub.dispatch;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ecgnet.ecg.Patient;
import org.ecgnet.hub.critical.CaseRule;
import org.ecgnet.hub.critical.CriticalCase;
import org.ecgnet.hub.critical.Signed;
import org.ecgnet.hub.exam.Exam;
import org.ecgnet.hub.paging.channel.webhook.CloudEvent;
import org.ecgnet.hub.roster.Clinic;

/**
 * What 120 is told: where, how bad, who confirmed it, and where to see the ECG. Of the patient only age and sex.
 *
 * @param source URI by which 120 knows this hub
 * @param callback URL for the answers
 * @param ecgLinks for those without a login; empty: 120 is sent none
 */
public record DispatchEvents(String source, String callback, Optional<EcgLinks> ecgLinks) {

    /** Type of the request; a change that a receiver would misunderstand takes a new number. */
    public static final String REQUESTED = "org.ecgnet.dispatch.requested.v1";

    public static final String CANCELLED = "org.ecgnet.dispatch.cancelled.v1";

    /** Without links to the ECG. */
    public DispatchEvents(String source, String callback) {
        this(source, callback, Optional.empty());
    }

    /**
     * @param messageId the webhook's id
     * @param link to the case, behind a login
     */
    public CloudEvent requested(
            UUID messageId, Dispatch dispatch, CriticalCase known, Exam exam, Clinic clinic, String link) {
        Map<String, Object> data = head(dispatch, known);
        data.put("severity", known.severity().name());
        data.put("site", site(clinic));
        data.put("patient", patient(exam.patient()));
        data.put("findings", known.rules().stream().map(DispatchEvents::finding).toList());
        data.put("confirmedBy", confirmedBy(known));
        data.put("link", link);
        ecgLinks.map(links -> links.to(dispatch.id(), dispatch.at())).ifPresent(ecg -> {
            data.put("ecg", ecg.url());
            data.put("ecgExpiresAt", ecg.expiresAt().toString());
        });
        data.put("callback", callback);
        return event(messageId, REQUESTED, known, dispatch.at(), data);
    }

    public CloudEvent cancelled(UUID messageId, Dispatch dispatch, CriticalCase known, Signed by) {
        Map<String, Object> data = head(dispatch, known);
        data.put("cancelledBy", by.by());
        return event(messageId, CANCELLED, known, by.at(), data);
    }

    private static Map<String, Object> head(Dispatch dispatch, CriticalCase known) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("dispatch", dispatch.id().toString());
        data.put("case", known.number());
        data.put("drill", known.drill());
        return data;
    }

    private CloudEvent event(UUID id, String type, CriticalCase known, Instant at, Map<String, Object> data) {
        return new CloudEvent(id.toString(), source, type, "case/" + known.number(), at, data);
    }

    private static Map<String, Object> site(Clinic clinic) {
        Map<String, Object> site = new LinkedHashMap<>();
        site.put("code", clinic.code().value());
        site.put("name", clinic.name());
        site.put("address", clinic.address());
        site.put("phone", clinic.phone());
        clinic.position().ifPresent(position -> {
            site.put("latitude", position.latitudeDegrees());
            site.put("longitude", position.longitudeDegrees());
        });
        return site;
    }

    private static Map<String, Object> patient(Patient patient) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("sex", patient.sex().name());
        patient.ageYears().ifPresent(years -> known.put("ageYears", years));
        return known;
    }

    private static Map<String, Object> finding(CaseRule rule) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("rule", rule.rule());
        finding.put("hard", rule.hard());
        finding.put("zh", rule.chinese());
        finding.put("en", rule.english());
        return finding;
    }

    /** Names of the centre's staff; empty while the finding is the machine's alone. */
    private static List<String> confirmedBy(CriticalCase known) {
        return Stream.of(known.handling().acknowledged(), known.handling().confirmed())
                .flatMap(signed -> signed.stream().map(Signed::by))
                .distinct()
                .toList();
    }
}
