package org.ecgnet.hub.audit;

/** What can be audited. */
public enum AuditAction {
    ACCOUNT_ADDED,
    PASSWORD_CHANGED,
    /** Somebody of the clinics' staff was given other clinics; the detail says which. */
    SITES_CHANGED,
    SECOND_FACTOR_BEGUN,
    SECOND_FACTOR_ON,
    SECOND_FACTOR_OFF,
    /** An administrator took it away. */
    SECOND_FACTOR_RESET,
    /** Somebody tried to switch it on or off and was refused; the detail says why. */
    SECOND_FACTOR_REFUSED,
    RECOVERY_CODE_USED,
    RECOVERY_CODES_RENEWED,
    SIGNED_IN,
    SIGN_IN_REFUSED,
    /** The password was right; a code of the second factor was asked for. */
    SIGN_IN_CODE_ASKED,
    SIGNED_OUT,
    /** Somebody was shown the patient and the ECG. */
    EXAM_OPENED,
    /** The samples of an exam, without its patient, were sent to a list from which somebody was likely to open it. */
    EXAM_FETCHED_AHEAD,
    /** A clinic's computer took its certificate by a code. */
    SITE_ENROLLED,
    /** Somebody looked for exams; what was looked for is not kept. */
    EXAMS_SEARCHED,
    /** Somebody said that he calls a clinic that asked for it. */
    CALL_BACK_TAKEN,
    CALL_BACK_DONE,
    /** Somebody took an exam from the one who worked on it. */
    EXAM_TAKEN_OVER,
    /** The clinic was asked to record again. */
    REPEAT_ASKED,
    HANDOVER_OFFERED,
    HANDOVER_TAKEN,
    CASE_ACCEPTED,
    CASE_ACKNOWLEDGED,
    /** Somebody tried to act on a case and was refused; the detail says why. */
    CASE_REFUSED,
    CASE_DISPOSED,
    CASE_CONFIRMED,
    CASE_CLOSED,
    CASE_LOWERED,
    /** 120 answered at its own page, or on the telephone. */
    DISPATCH_ANSWERED,
    /** Somebody opened the link to the ECG that 120 was sent. */
    ECG_LINK_OPENED,
    /** Somebody sent a message again. */
    DELIVERY_REPLAYED,
    /** Somebody let a channel send again after its receiver had told it to stop. */
    CHANNEL_ENABLED,
    CLINIC_TOLD,
    DISPATCH_ORDERED,
    DISPATCH_CANCELLED,
    /** Somebody moved marks of the median beat; the detail says from where to where. */
    MARKS_MOVED,
    REPORT_SIGNED,
    /** Somebody tried to sign and was refused; the detail says why. */
    REPORT_REFUSED,
    /** The paper was made for somebody. */
    REPORT_PRINTED,
    REGISTER_OPENED,
    REGISTER_EDITED,
    /** A file of the register was made for somebody; the detail says which. */
    REGISTER_EXPORTED,
    /** A file of this audit was made for somebody. */
    AUDIT_EXPORTED,
    CHANNEL_TRIED,
    DRILL_STARTED
}
