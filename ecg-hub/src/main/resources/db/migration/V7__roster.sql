-- Shifts, who can be heard at the centre, receipts of pages, yellow pages, exercises. PostgreSQL 15's subset.
-- Times are the hub's clock.

-- ways: how the person is reached, in order.
create table roster_person (
    person_id uuid primary key,
    name text not null,
    account text references account (name),
    active boolean not null,
    ways jsonb not null
);

create table roster_shift (
    shift_id uuid primary key,
    tier text not null check (tier in ('READER', 'TIER_1', 'TIER_2', 'TIER_3')),
    person_id uuid not null references roster_person (person_id),
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    removed_at timestamptz
);

create index roster_shift_span on roster_shift (ends_at, starts_at) where removed_at is null;

-- Only added to: the latest for a moment counts. swap_id is shared by the two halves of an exchange.
create table roster_substitution (
    number bigint generated always as identity primary key,
    substitution_id uuid not null unique,
    shift_id uuid not null references roster_shift (shift_id),
    person_id uuid not null references roster_person (person_id),
    starts_at timestamptz not null,
    ends_at timestamptz not null check (ends_at > starts_at),
    swap_id uuid,
    agreed_by text not null,
    agreed_at timestamptz not null,
    note text not null
);

create index roster_substitution_shift on roster_substitution (shift_id, number);

-- The roster's history: only ever added to.
create table roster_entry (
    number bigint generated always as identity primary key,
    at timestamptz not null,
    done_by text not null,
    kind text not null,
    detail text not null
);

create function roster_history_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the history of the roster is only added to';
end
$$;

create trigger roster_entry_stays before update or delete on roster_entry
    for each statement execute function roster_history_stays();
create trigger roster_substitution_stays before update or delete on roster_substitution
    for each statement execute function roster_history_stays();

-- Changes to the roster take turns by locking this row.
create table roster_head (
    one boolean primary key default true check (one)
);

insert into roster_head default values;

-- The last a console said of itself.
create table console_heartbeat (
    console text not null,
    account text not null,
    name text not null,
    reader boolean not null,
    audible boolean not null,
    heard_at timestamptz not null,
    primary key (console, account)
);

-- A page about yellow exams belongs to no case. receipt: what the gateway said afterwards.
alter table delivery alter column case_id drop not null;
alter table delivery add column receipt text check (receipt in ('ARRIVED', 'ANSWERED', 'FAILED'));
alter table delivery add column receipt_at timestamptz;

-- Receipts that were taken, so that a repeat is known.
create table page_receipt (
    webhook_id text primary key,
    taken_at timestamptz not null
);

-- Yellow exams that the duty reader was paged about: each once.
create table yellow_page (
    exam_id uuid primary key references exam (exam_id),
    paged_at timestamptz not null
);

create index yellow_page_last on yellow_page (paged_at);

-- Somebody tried a channel.
create table channel_trial (
    trial_id uuid primary key,
    channel text not null,
    contact text not null,
    tried_by text not null,
    tried_at timestamptz not null,
    outcome text not null,
    status integer,
    response text not null
);

create index channel_trial_channel on channel_trial (channel, tried_at);

-- Exercises that a person started; their exam and case carry the drill flag.
create table drill (
    case_id uuid primary key references critical_case (case_id),
    exam_id uuid not null references exam (exam_id),
    started_by text not null,
    started_at timestamptz not null,
    ends_at timestamptz not null,
    note text not null
);
