/**
 * The centre's console: its pages, its JSON API and what it pushes, over HTTPS and HTTP/2 (Vert.x-web; nowhere else in
 * the hub but here and {@code export}). Nothing is decided here: every route checks who asks, calls the domain on a
 * worker thread, and writes the answer. The pages are under {@code src/main/resources/console}.
 *
 * <h2>API</h2>
 *
 * All under {@code /api}; JSON unless said; every answer has {@code X-Server-Time}, an ISO instant of the hub's clock.
 * Errors are {@code {"reason": ".."}}, refusals of the desk also carry {@code code} and {@code chinese}. Names and
 * identity numbers are in {@code exams/:id}, its paper and {@code register/:id} only, and opening them is audited.
 *
 * <p>Site staff are answered by {@code me}, {@code events}, {@code worklist}, {@code search}, {@code technical},
 * {@code register}, {@code report} and every {@code GET} on {@code exams/:id} and {@code cases/:id}, of their own clinics;
 * others' exams and cases are a 404 like any that never was, and every other address is a 403.
 *
 * <table>
 * <caption>Routes</caption>
 * <tr><td>{@code POST login}</td><td>{@code {name, password, code}}: 200 with who it is, and the cookie
 *     {@code __Host-ecg}; 401 refused, with {@code code} CODE_NEEDED when the password is right and a second factor is on; 429 with {@code retryAfterSeconds}</td></tr>
 * <tr><td>{@code GET me}</td><td>{@code {name, displayName, roles, rights, sites, mustEnrol, csrfToken}}; 401 when logged out</td></tr>
 * <tr><td>{@code POST logout}</td><td>204</td></tr>
 * <tr><td>{@code audit}</td><td>the audit, see {@code hub.console.audit}</td></tr>
 * <tr><td>{@code accounts}</td><td>who may log in, see {@code hub.console.people}</td></tr>
 * <tr><td>{@code account}</td><td>the own account, see {@code hub.console.account}</td></tr>
 * <tr><td>{@code GET worklist}</td><td>{@code {items: [..]}}, most urgent first</td></tr>
 * <tr><td>{@code GET exams/:id}</td><td>exam, patient, latest reading with evidence, case, timeline</td></tr>
 * <tr><td>{@code GET exams/:id/waveform}</td><td>binary, see {@link org.ecgnet.hub.console.exam.WaveformBody}</td></tr>
 * <tr><td>{@code GET exams/:id/live?from=N}</td><td>the same from sample N on, of what has arrived</td></tr>
 * <tr><td>{@code GET events}</td><td>server-sent events: {@code exam-started, chunk, exam-completed, reading, case,
 *     report, clinic, site}, each a JSON object that names what changed</td></tr>
 * <tr><td>{@code GET cases/:id}</td><td>{@code {id, examId}}: where a page's link leads</td></tr>
 * <tr><td>{@code POST cases/:id/accept}</td><td>{@code {}}: holds the ladder</td></tr>
 * <tr><td>{@code POST cases/:id/acknowledge}</td><td>{@code {"identifiers": {"NAME": "..", "AGE": "37"},
 *     "rule": "R11"}}: the read-back. Which identifiers and rules may be repeated, {@code case.identifiers} and
 *     {@code case.answerable} of the exam say</td></tr>
 * <tr><td>{@code POST cases/:id/disposition}</td><td>{@code {"what": "TRANSFER", "note": ".."}}</td></tr>
 * <tr><td>{@code POST cases/:id/confirm}, {@code close}, {@code lower}, {@code dispatch},
 *     {@code dispatch/cancel}</td><td>{@code {}}, {@code {note}}, {@code {level, reason}}, {@code {}},
 *     {@code {reason}}. All POSTs on cases answer {@code {id, examId, state}}; 409 when the desk refuses</td></tr>
 * <tr><td>{@code GET exams/:id/report}</td><td>claims of the machine, signed versions, the reader's draft; claims are
 *     withheld while {@code report.read-first} says so</td></tr>
 * <tr><td>{@code POST exams/:id/report/draft}, {@code first}, {@code look}</td><td>204: keeps what is written; the
 *     reader's own before the machine's; begins to look anew</td></tr>
 * <tr><td>{@code POST exams/:id/report/sign}, {@code second}</td><td>{@code {baseVersion, reading, judged: [{key,
 *     decision, words, alone}], added: [{code} or {words}], description, conclusion, level, levelReason,
 *     amendmentReason, licence}}, {@code {version, level, licence}}: the signed version; 409 when the desk
 *     refuses</td></tr>
 * <tr><td>{@code GET exams/:id/paper?layout=3x4+1R&version=N}</td><td>PDF; {@code 6x2} and {@code 12x1} too</td></tr>
 * <tr><td>{@code GET report/phrases}, {@code POST report/favourites}</td><td>the phrase tree; {@code {codes}}</td></tr>
 * <tr><td>{@code GET call-backs}</td><td>{@code {items}}: clinics that ask to be called, the longest waiting first, with
 *     {@code by} once somebody calls; what the clinic wrote is {@code callBack.words} of {@code exams/:id}</td></tr>
 * <tr><td>{@code POST exams/:id/call-back/take}, {@code done}</td><td>{@code {seq, takeOver}}, {@code {seq}}: 204; 409 TAKEN
 *     or GONE</td></tr>
 * <tr><td>{@code POST exams/:id/marks}</td><td>{@code {seen, marks: {qrsOn: sample, ..}}}: marks moved by hand; 409 when
 *     a heart cannot beat so</td></tr>
 * <tr><td>{@code GET report/agreement?from&to}, {@code agreement-csv}</td><td>how often readers agreed with the machine, by
 *     code</td></tr>
 * <tr><td>{@code GET register?from&to} or {@code ?number=N}</td><td>columns and masked lines</td></tr>
 * <tr><td>{@code GET register/:id}, {@code POST}</td><td>the unmasked line, audited; {@code {column, seen, value,
 *     reason}} writes by hand</td></tr>
 * <tr><td>{@code GET register-csv}, {@code register-xlsx}, {@code register-pdf}</td><td>{@code ?from&to}, masked
 *     unless {@code names=1}; audited. Coded values in English with {@code language=en}</td></tr>
 * <tr><td>{@code POST dispatch/callback}</td><td>120's signed answers, see {@code hub.dispatch}; no session</td></tr>
 * <tr><td>{@code POST duty/heartbeat}</td><td>{@code {"console": "..", "audible": true}}, in answer to the event
 *     {@code duty}: {@code {state}}, one of HEARD, NO_CONSOLE, SOUND_OFF, NO_READER</td></tr>
 * <tr><td>{@code POST duty/end}, {@code GET duty}</td><td>{@code {console}}: 204; the state and the consoles that are
 *     there</td></tr>
 * <tr><td>{@code GET roster?from=&to=}, {@code GET roster/now?at=&site=}</td><td>people, duties, holes and history; every
 *     rung with whom it would call</td></tr>
 * <tr><td>{@code POST roster/people}, {@code roster/shifts}, {@code roster/shifts/:id/remove},
 *     {@code roster/shifts/:id/substitute}, {@code roster/swap}</td><td>{@code {holes}}; 409 with code OPENS_HOLES until
 *     {@code acceptHoles} is true</td></tr>
 * <tr><td>{@code GET channels}, {@code POST channels/:name/test}, {@code channels/:name/enable}</td><td>how each does;
 *     {@code {contact}}: {@code {delivered, outcome, status, response}}; 204</td></tr>
 * <tr><td>{@code GET drills}, {@code POST drills}</td><td>{@code {site, rule, hard, text}}: {@code {caseId, examId,
 *     endsAt}}</td></tr>
 * <tr><td>{@code POST paging/receipt}</td><td>gateways' signed receipts, see {@code hub.paging.run}; no session</td></tr>
 * <tr><td>{@code GET health}</td><td>without a login: {@code {"status": "up"}} or 503</td></tr>
 * </table>
 *
 * <p>Every POST but {@code login} and {@code dispatch/callback} must carry the header {@code X-CSRF-Token} with the token of {@code me} or
 * {@code login}. A request that nobody's hand started carries {@code X-Background: 1} and does not keep a session alive.
 */
@NullMarked
package org.ecgnet.hub.console;

import org.jspecify.annotations.NullMarked;
