/**
 * 120 over HTTP: its signed call-backs, its built-in page, the link to the ECG, and what the centre reads out to it.
 *
 * <table>
 * <caption>Routes</caption>
 * <tr><td>{@code POST api/dispatch/callback}</td><td>120's signed answers, see {@code hub.dispatch}; no session</td></tr>
 * <tr><td>{@code GET api/dispatches}</td><td>right DISPATCH: {@code {items: [..]}}, oldest request first, each with where,
 *     what, who confirmed it, its steps, the answers that are open, and {@code ecg}, the token of a link</td></tr>
 * <tr><td>{@code POST api/dispatches/:id/answer}</td><td>right DISPATCH: {@code {state, note}} with ACCEPTED, DISPATCHED,
 *     ARRIVED or CANCELLED (which needs a note); 409 with who did what before</td></tr>
 * <tr><td>{@code GET api/dispatches/unaccepted}</td><td>right READ_EXAMS: {@code {phone, items}}: what nobody at 120 has
 *     taken; {@code telephoneNow} once the ladder asks for the telephone</td></tr>
 * <tr><td>{@code POST api/dispatches/:id/telephone}</td><td>right HANDLE_CASES: {@code {by}}, the dispatcher who accepted
 *     aloud</td></tr>
 * <tr><td>{@code GET api/dispatch/ecg}, {@code ecg/waveform}</td><td>no session, {@code Authorization: Bearer TOKEN}:
 *     200; 401 {@code FORGED}; 410 {@code EXPIRED} or {@code CALLED_OFF}</td></tr>
 * </table>
 */
@NullMarked
package org.ecgnet.hub.console.dispatch;

import org.jspecify.annotations.NullMarked;
