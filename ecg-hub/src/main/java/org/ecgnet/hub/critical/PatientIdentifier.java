package org.ecgnet.hub.critical;

/** What a patient can be told by when a critical value is read back. */
public enum PatientIdentifier {
    NAME,
    /** Whole, or its last four characters. */
    IDENTITY_NUMBER,
    /** In completed years. */
    AGE,
    /** See {@link ExamCode}. */
    EXAM_CODE,
    /** Code of the clinic; an identifier for an unknown patient only. */
    SITE
}
