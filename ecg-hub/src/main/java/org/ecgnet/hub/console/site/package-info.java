/**
 * Clinics and units over HTTP: the technical lane, and how a clinic's computer gets its certificate ({@code POST api/enrol
 * {secret}}: {@code {keyStore, password}}, without an account) and its new versions ({@code GET api/release/FILE}, for everybody). Nothing of a
 * patient is here.
 */
@NullMarked
package org.ecgnet.hub.console.site;

import org.jspecify.annotations.NullMarked;
