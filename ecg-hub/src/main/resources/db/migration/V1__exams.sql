-- Exams, their samples, readings, and what clinics are told. PostgreSQL 15's subset.
-- Times are the hub's clock unless the name says clinic.

create table site (
    code text primary key,
    name text not null,
    first_seen_at timestamptz not null,
    heard_at timestamptz,
    clinic_clock_ahead_millis bigint,
    software_version text,
    queued_items integer,
    oldest_queued_at timestamptz,
    free_disk_bytes bigint
);

-- The first site that sent anything of an exam owns it: no other site may add to it.
create table exam_owner (
    exam_id uuid primary key,
    site text not null references site (code)
);

-- What makes intake idempotent: every numbered message that is stored, once.
create table exam_item (
    exam_id uuid not null,
    seq integer not null,
    primary key (exam_id, seq)
);

create table exam (
    exam_id uuid primary key,
    site text not null references site (code),
    unit text not null,
    unit_model text not null,
    operator text not null,
    patient_name text,
    patient_identity text,
    patient_sex text not null,
    patient_age_years integer,
    chest_pain boolean not null,
    syncope boolean not null,
    dyspnoea boolean not null,
    shock boolean not null,
    rate_hertz integer not null,
    leads text[] not null,
    microvolts_per_count float8[] not null,
    baseline_counts integer[] not null,
    clinic_started_at timestamptz not null,
    received_at timestamptz not null,
    clinic_clock_ahead_millis bigint not null,
    drill boolean not null,
    state text not null check (state in ('ARRIVING', 'COMPLETE', 'DAMAGED')),
    completed_at timestamptz,
    -- When the engine's reading was stored; null while that is still to be made.
    read_at timestamptz
);

create index exam_received on exam (received_at);
create index exam_unread on exam (received_at) where read_at is null;

-- Apart from exam because it may come first after a reconnect.
create table exam_end (
    exam_id uuid primary key,
    seq integer not null,
    chunks integer not null,
    samples integer not null,
    sha256 bytea not null,
    clinic_ended_at timestamptz not null,
    reason text not null,
    stored_at timestamptz not null
);

-- Samples as they came; a hypertable on stored_at where there is TimescaleDB. exam_item keeps (exam_id, seq) unique.
create table wave_segment (
    exam_id uuid not null,
    seq integer not null,
    stored_at timestamptz not null,
    first_sample integer not null,
    samples integer not null,
    waveform bytea not null,
    crc32c integer not null,
    marks jsonb,
    primary key (exam_id, seq, stored_at)
);

-- What the clinic did with the result.
create table clinic_confirmation (
    exam_id uuid not null,
    seq integer not null,
    action text not null,
    confirmed_by text not null,
    clinic_confirmed_at timestamptz not null,
    stored_at timestamptz not null,
    primary key (exam_id, seq)
);

create table unit_status (
    site text not null,
    unit text not null,
    received_at timestamptz not null,
    unit_model text not null,
    connected boolean not null,
    battery_percent integer,
    leads_off text[] not null
);

create index unit_status_latest on unit_status (site, unit, received_at desc);

-- Readings are only added. body holds the whole reading.
create table reading (
    exam_id uuid not null references exam (exam_id),
    number integer not null,
    origin text not null check (origin in ('LIVE', 'ENGINE')),
    level text not null check (level in ('RED', 'YELLOW', 'GREY', 'GREEN')),
    hard boolean not null,
    profile text not null,
    engine text not null,
    body jsonb not null,
    made_at timestamptz not null,
    primary key (exam_id, number)
);

-- body is the message in wire version 1, without id.
create table downlink (
    id bigint generated always as identity primary key,
    site text not null references site (code),
    kind text not null,
    body bytea not null,
    created_at timestamptz not null,
    acknowledged_at timestamptz
);

create index downlink_waiting on downlink (site, id) where acknowledged_at is null;

-- What could not be stored as it came, whole, so that nothing is lost.
create table quarantine (
    id bigint generated always as identity primary key,
    site text not null,
    exam_id uuid,
    seq integer,
    reason text not null,
    payload bytea not null,
    received_at timestamptz not null
);
