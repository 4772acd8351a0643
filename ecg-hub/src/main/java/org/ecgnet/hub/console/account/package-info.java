/**
 * The own account over HTTP: who one is, and the second factor beside the password. All under {@code /api}; open to
 * whoever is logged in. Nothing of a secret or a code is in a log or in the audit.
 *
 * <table>
 * <caption>Routes</caption>
 * <tr><td>{@code GET account}</td><td>{@code {since, recoveryCodesLeft, demanded}}: {@code since} is absent while no
 *     second factor is on</td></tr>
 * <tr><td>{@code POST account/second-factor/begin}</td><td>{@code {password}}: {@code {secret, uri, qr: {size,
 *     rows}}}, each row of the QR code a text of 0 and 1</td></tr>
 * <tr><td>{@code POST account/second-factor/confirm}</td><td>{@code {code}}: {@code {recoveryCodes}}, shown this
 *     once</td></tr>
 * <tr><td>{@code POST account/second-factor/codes}</td><td>{@code {password, code}}: {@code {recoveryCodes}} in place of
 *     the old, shown this once</td></tr>
 * <tr><td>{@code POST account/second-factor/off}</td><td>{@code {password, code}}: 204</td></tr>
 * </table>
 *
 * <p>409 with a {@code code} of {@code SecondFactorAnswer.Why} when refused; CLOCK_OFF comes with {@code minutes}, negative
 * for a telephone that is behind; 429 with {@code retryAfterSeconds} after too many failures.
 */
@NullMarked
package org.ecgnet.hub.console.account;

import org.jspecify.annotations.NullMarked;
