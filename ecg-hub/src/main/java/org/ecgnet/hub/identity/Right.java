package org.ecgnet.hub.identity;

/** Something that not everybody may do. */
public enum Right {
    /** See the worklist, patients and their ECGs. */
    READ_EXAMS,
    /** The same of the own clinics, and nothing else: see {@link Account#scope()}. */
    READ_OWN_SITE,
    /** Accept and acknowledge critical cases and write their disposition. */
    HANDLE_CASES,
    /** Send an exam that cannot be judged back to its clinic. */
    SEND_BACK,
    /** See what 120 is asked for, and answer it. */
    DISPATCH,
    /** Make and close accounts. */
    ADMINISTER,
    /** Read the audit. */
    READ_AUDIT
}
