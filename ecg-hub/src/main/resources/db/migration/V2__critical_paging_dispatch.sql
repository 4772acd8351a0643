-- Critical cases, their register, pages, deliveries and dispatches. PostgreSQL 15's subset. Times are the hub's clock.

create sequence critical_case_number;

-- body holds the whole case; the columns beside it are those that are searched.
create table critical_case (
    case_id uuid primary key,
    number bigint not null unique,
    site text not null references site (code),
    exam_id uuid not null references exam (exam_id),
    patient_key text,
    drill boolean not null,
    severity text not null check (severity in ('LETHAL', 'HARD', 'SUSPECTED')),
    severity_rank smallint not null,
    opened_at timestamptz not null,
    last_reading_at timestamptz not null,
    acknowledged_at timestamptz,
    disposed_at timestamptz,
    closed_at timestamptz,
    body jsonb not null
);

create index critical_case_open on critical_case (severity_rank, opened_at) where closed_at is null;
create index critical_case_patient on critical_case (patient_key, last_reading_at) where closed_at is null;
create index critical_case_opened on critical_case (opened_at);

-- after_seq: what the clinic confirmed of the exam up to this number was about an earlier round.
create table critical_case_exam (
    case_id uuid not null references critical_case (case_id),
    exam_id uuid not null references exam (exam_id),
    round integer not null,
    after_seq integer not null,
    primary key (case_id, exam_id)
);

create index critical_case_exam_exam on critical_case_exam (exam_id);

-- The register: only ever added to.
create table case_event (
    id bigint generated always as identity primary key,
    case_id uuid not null references critical_case (case_id),
    kind text not null,
    done_by text not null,
    detail text not null,
    happened_at timestamptz not null
);

create index case_event_case on case_event (case_id, id);

create function case_event_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the register is only added to';
end
$$;

create trigger case_event_stays before update or delete on case_event
    for each statement execute function case_event_stays();

-- One row a round: the page, whose commit starts the ladder's clock.
create table page (
    case_id uuid not null references critical_case (case_id),
    round integer not null,
    paged_at timestamptz not null,
    primary key (case_id, round)
);

-- When the ladder must look at a case next.
create table page_wake (
    case_id uuid primary key references critical_case (case_id),
    wake_at timestamptz not null
);

create index page_wake_due on page_wake (wake_at);

create table page_step (
    case_id uuid not null references critical_case (case_id),
    rung text not null,
    round integer not null,
    occurrence integer not null,
    taken_at timestamptz not null,
    primary key (case_id, rung, round, occurrence)
);

-- A row before anything is sent. The lease keeps another hub away while one sends; the fence makes a late one harmless.
create table delivery (
    delivery_id uuid primary key,
    case_id uuid not null references critical_case (case_id),
    round integer not null,
    step text not null,
    goal text,
    channel text not null,
    contact text not null,
    kind text not null,
    content text not null,
    planned_at timestamptz not null,
    due_at timestamptz not null,
    state text not null check (state in ('WAITING', 'DELIVERED', 'NEEDLESS', 'DEAD')),
    attempts integer not null default 0,
    fence bigint not null default 0,
    lease_hub text,
    lease_until timestamptz
);

create index delivery_waiting on delivery (channel, due_at) where state = 'WAITING';
create index delivery_case on delivery (case_id, planned_at);

create table delivery_attempt (
    id bigint generated always as identity primary key,
    delivery_id uuid not null references delivery (delivery_id),
    number integer not null,
    started_at timestamptz not null,
    latency_millis bigint not null,
    outcome text not null,
    status integer,
    response text not null
);

create index delivery_attempt_delivery on delivery_attempt (delivery_id, number);

create table channel_disabled (
    channel text primary key,
    reason text not null,
    disabled_at timestamptz not null
);

create table dispatch (
    dispatch_id uuid primary key,
    case_id uuid not null references critical_case (case_id),
    number integer not null,
    state text not null
        check (state in ('SENT', 'RECEIVED', 'ACCEPTED', 'DISPATCHED', 'ARRIVED', 'CANCELLED')),
    changed_by text not null,
    changed_at timestamptz not null,
    unique (case_id, number)
);

-- Call-backs that were taken, so that a repeat is known.
create table dispatch_callback (
    webhook_id text primary key,
    taken_at timestamptz not null
);
