package org.ecgnet.hub.report;

import java.time.Instant;

/**
 * What a reader has written and not signed; one an exam and account.
 *
 * @param baseVersion the version it was begun on, 0 for none
 */
public record ReportDraft(int baseVersion, Overread overread, Instant savedAt) {}
