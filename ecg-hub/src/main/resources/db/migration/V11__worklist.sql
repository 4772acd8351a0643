-- Who works on which exam, which clinics are asked to record again, and what one shift leaves to the next.
-- PostgreSQL 15's subset. Times are the hub's clock.

-- One row an exam: a claim that lapsed, or was taken over, is overwritten; the audit keeps who did it.
create table exam_claim (
    exam_id uuid primary key references exam (exam_id),
    account text not null,
    name text not null,
    claimed_at timestamptz not null,
    lease_until timestamptz not null
);

create table repeat_request (
    exam_id uuid primary key references exam (exam_id),
    reason text not null,
    note text not null,
    asked_by text not null,
    asked_at timestamptz not null
);

create table handover (
    handover_id uuid primary key,
    account text not null,
    name text not null,
    offered_at timestamptz not null
);

-- taken_at null: still with the one who offered it.
create table handover_item (
    handover_id uuid not null references handover (handover_id),
    exam_id uuid not null references exam (exam_id),
    next_action text not null,
    taken_by text,
    taken_name text,
    taken_at timestamptz,
    primary key (handover_id, exam_id)
);

create index handover_item_open on handover_item (exam_id) where taken_at is null;

create table worklist_filter (
    account text primary key,
    body jsonb not null
);

-- Search over years of exams.
create index exam_patient_name on exam (patient_name text_pattern_ops, received_at desc);
create index exam_patient_identity on exam (patient_identity) where patient_identity is not null;
create index exam_code on exam (right(exam_id::text, 6));
create index exam_site_received on exam (site, received_at desc);
