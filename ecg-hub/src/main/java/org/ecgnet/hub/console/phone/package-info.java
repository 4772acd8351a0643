/**
 * What the on-call cardiologist's telephone needs beside the routes of exams and cases: a clinic's number, and a sentence to
 * its screen.
 *
 * <table>
 * <caption>Routes</caption>
 * <tr><td>{@code GET api/clinics/:code}</td><td>right READ_EXAMS: {@code {code, name, phone, phrases: [{name, chinese,
 *     english}]}}</td></tr>
 * <tr><td>{@code POST api/cases/:id/tell}</td><td>right HANDLE_CASES: {@code {phrase}}: the clinic's page shows it; in the
 *     register and the audit; 409 for a closed case</td></tr>
 * </table>
 */
@NullMarked
package org.ecgnet.hub.console.phone;

import org.jspecify.annotations.NullMarked;
