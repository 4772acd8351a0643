-- What clinics say beside an exam: words, whose it was, onset and vital signs. PostgreSQL 15's subset.

alter table clinic_confirmation add column words text not null default '';

alter table exam
    add column clinic_onset_at timestamptz,
    add column oxygen_percent integer,
    add column systolic_mmhg integer,
    add column diastolic_mmhg integer;

-- Only added to. Row -1 is the patient as the exam began with; exam holds the last one.
create table patient_identification (
    exam_id uuid not null,
    seq integer not null,
    patient_name text,
    patient_identity text,
    patient_sex text not null,
    patient_age_years integer,
    identified_by text not null,
    clinic_identified_at timestamptz not null,
    stored_at timestamptz not null,
    primary key (exam_id, seq)
);
