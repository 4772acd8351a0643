/**
 * Who may log in, over HTTP, for administrators. All under {@code /api}, right ADMINISTER; no password and no secret is
 * ever shown. Accounts are made on the hub's machine ({@code ecg-hub account add}).
 *
 * <table>
 * <caption>Routes</caption>
 * <tr><td>{@code GET accounts}</td><td>{@code {items: [{name, displayName, roles, sites, disabled}], sites}}: all accounts
 *     by name, and the clinics that the hub knows</td></tr>
 * <tr><td>{@code POST accounts/:name/sites}</td><td>{@code {seen, sites}}: other clinics for somebody of the clinics' staff,
 *     at once; 409 STALE with {@code sites} when somebody was first</td></tr>
 * </table>
 */
@NullMarked
package org.ecgnet.hub.console.people;

import org.jspecify.annotations.NullMarked;
