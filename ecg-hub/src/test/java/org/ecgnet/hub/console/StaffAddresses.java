package org.ecgnet.hub.console;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What every address of a whole hub is to site staff; whoever adds one says it here. */
final class StaffAddresses {

    /** What an address is to site staff. */
    enum Is {
        /** Answers without a login: nothing of a session is asked. */
        PUBLIC,
        /** One's own account. */
        OWN,
        /** A list or figures, of their clinics only. */
        LIST,
        /** Of the exam in the path. */
        EXAM,
        /** Of the critical case in the path. */
        CASE,
        /** A stream of events. */
        STREAM,
        /** Not for them, whatever is in the path. */
        CLOSED
    }

    private static final Map<String, Is> OPEN = Map.ofEntries(
            Map.entry("GET /api/health", Is.PUBLIC),
            Map.entry("POST /api/login", Is.PUBLIC),
            Map.entry("POST /api/enrol", Is.PUBLIC),
            Map.entry("GET /api/release/:file", Is.PUBLIC),
            Map.entry("POST /api/dispatch/callback", Is.PUBLIC),
            Map.entry("POST /api/paging/receipt", Is.PUBLIC),
            Map.entry("GET /api/dispatch/ecg", Is.PUBLIC),
            Map.entry("GET /api/dispatch/ecg/waveform", Is.PUBLIC),
            Map.entry("GET /api/me", Is.OWN),
            Map.entry("POST /api/logout", Is.OWN),
            Map.entry("GET /api/account", Is.OWN),
            Map.entry("POST /api/account/second-factor/begin", Is.OWN),
            Map.entry("POST /api/account/second-factor/confirm", Is.OWN),
            Map.entry("POST /api/account/second-factor/off", Is.OWN),
            Map.entry("POST /api/account/second-factor/codes", Is.OWN),
            Map.entry("GET /api/events", Is.STREAM),
            Map.entry("GET /api/worklist", Is.LIST),
            Map.entry("GET /api/worklist/turnaround", Is.LIST),
            Map.entry("POST /api/worklist/filter", Is.LIST),
            Map.entry("POST /api/search", Is.LIST),
            Map.entry("GET /api/technical", Is.LIST),
            Map.entry("GET /api/register", Is.LIST),
            Map.entry("GET /api/register-csv", Is.LIST),
            Map.entry("GET /api/register-xlsx", Is.LIST),
            Map.entry("GET /api/register-pdf", Is.LIST),
            Map.entry("GET /api/report/agreement", Is.LIST),
            Map.entry("GET /api/report/agreement-csv", Is.LIST),
            Map.entry("GET /api/report/phrases", Is.LIST),
            Map.entry("GET /api/exams/:id", Is.EXAM),
            Map.entry("GET /api/exams/:id/waveform", Is.EXAM),
            Map.entry("GET /api/exams/:id/median", Is.EXAM),
            Map.entry("GET /api/exams/:id/earlier", Is.EXAM),
            Map.entry("GET /api/exams/:id/live", Is.EXAM),
            Map.entry("GET /api/exams/:id/claim", Is.EXAM),
            Map.entry("GET /api/exams/:id/report", Is.EXAM),
            Map.entry("GET /api/exams/:id/paper", Is.EXAM),
            Map.entry("GET /api/cases/:id", Is.CASE),
            Map.entry("GET /api/register/:id", Is.CASE));

    private static final Set<String> CLOSED = Set.of(
            "POST /api/cases/:id/accept",
            "POST /api/cases/:id/acknowledge",
            "POST /api/cases/:id/confirm",
            "POST /api/cases/:id/disposition",
            "POST /api/cases/:id/close",
            "POST /api/cases/:id/lower",
            "POST /api/cases/:id/dispatch",
            "POST /api/cases/:id/dispatch/cancel",
            "POST /api/cases/:id/tell",
            "POST /api/register/:id",
            "POST /api/exams/:id/claim",
            "POST /api/exams/:id/marks",
            "POST /api/exams/:id/release",
            "POST /api/exams/:id/repeat",
            "GET /api/call-backs",
            "POST /api/exams/:id/call-back/take",
            "POST /api/exams/:id/call-back/done",
            "POST /api/exams/:id/take",
            "POST /api/exams/:id/report/draft",
            "POST /api/exams/:id/report/first",
            "POST /api/exams/:id/report/look",
            "POST /api/exams/:id/report/sign",
            "POST /api/exams/:id/report/second",
            "POST /api/report/favourites",
            "POST /api/worklist/next",
            "GET /api/accounts",
            "POST /api/accounts/:name/sites",
            "GET /api/audit",
            "GET /api/audit/check",
            "GET /api/audit-csv",
            "GET /api/handovers",
            "POST /api/handovers",
            "GET /api/clinics/:code",
            "GET /api/duty",
            "POST /api/duty/heartbeat",
            "POST /api/duty/end",
            "GET /api/dispatches",
            "GET /api/dispatches/unaccepted",
            "POST /api/dispatches/:id/answer",
            "POST /api/dispatches/:id/telephone",
            "GET /api/deliveries",
            "GET /api/deliveries/:id",
            "POST /api/deliveries/replay",
            "GET /api/signature/keys",
            "POST /api/signature/verify",
            "GET /api/roster",
            "GET /api/roster/now",
            "POST /api/roster/people",
            "POST /api/roster/shifts",
            "POST /api/roster/shifts/:id/remove",
            "POST /api/roster/shifts/:id/substitute",
            "POST /api/roster/swap",
            "GET /api/channels",
            "POST /api/channels/:name/test",
            "POST /api/channels/:name/enable",
            "GET /api/drills",
            "POST /api/drills");

    private StaffAddresses() {}

    /** By method and path. */
    static Map<String, Is> all() {
        Map<String, Is> all = new TreeMap<>(OPEN);
        CLOSED.forEach(address -> all.put(address, Is.CLOSED));
        return all;
    }
}
