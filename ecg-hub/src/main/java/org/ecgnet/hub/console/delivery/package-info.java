/**
 * Deliveries of every channel over HTTP, for administrators: the log with each attempt, sending again, and the check of a
 * signature against the hub's live secrets.
 *
 * <table>
 * <caption>Routes, all with the right ADMINISTER</caption>
 * <tr><td>{@code GET api/deliveries?from=&to=&states=&channel=&case=}</td><td>{@code {items, more, channels, disabled}},
 *     latest first, 200 at most; times are ISO instants, {@code states} is a list of DEAD, WAITING, DELIVERED and NEEDLESS
 *     with commas</td></tr>
 * <tr><td>{@code GET api/deliveries/:id}</td><td>the same with {@code log}, its attempts, and {@code content} as it is
 *     stored</td></tr>
 * <tr><td>{@code POST api/deliveries/replay}</td><td>{@code {ids: [..]}} or {@code {from, to, states: [..], channel}}:
 *     {@code {count}}; audited; the webhook-id stays</td></tr>
 * <tr><td>{@code GET api/signature/keys}</td><td>{@code {items: [{name, fingerprints}]}}</td></tr>
 * <tr><td>{@code POST api/signature/verify}</td><td>{@code {key, id, timestamp, signature, body}}: {@code {genuine,
 *     faults, secret}}; no secret and no right signature is ever told</td></tr>
 * </table>
 */
@NullMarked
package org.ecgnet.hub.console.delivery;

import org.jspecify.annotations.NullMarked;
