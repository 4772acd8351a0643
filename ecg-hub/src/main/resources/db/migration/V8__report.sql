-- What physicians say of exams. PostgreSQL 15's subset. Times are the hub's clock.

-- Signed versions: only ever added to. body holds the version without its signatures.
create table report (
    exam_id uuid not null references exam (exam_id),
    version integer not null,
    reading integer not null,
    level text not null check (level in ('RED', 'YELLOW', 'GREY', 'GREEN')),
    machine_level text not null check (machine_level in ('RED', 'YELLOW', 'GREY', 'GREEN')),
    second_needed boolean not null,
    signed_at timestamptz not null,
    body jsonb not null,
    primary key (exam_id, version)
);

create index report_signed on report (signed_at);

-- ordinal 1: the author. 2: the second reader.
create table report_signature (
    exam_id uuid not null,
    version integer not null,
    ordinal integer not null check (ordinal in (1, 2)),
    account text not null,
    name text not null,
    licence text not null,
    place text not null,
    signed_at timestamptz not null,
    digest text not null,
    seal_method text not null,
    seal_proof text not null,
    night_double_check boolean not null,
    primary key (exam_id, version, ordinal),
    foreign key (exam_id, version) references report (exam_id, version)
);

-- One row a claim of the machine or an added statement, for the figures.
create table report_agreement (
    exam_id uuid not null,
    version integer not null,
    claim text not null,
    code text not null,
    level text,
    verdict text not null check (verdict in ('ACCEPTED', 'EDITED', 'REJECTED', 'ADDED')),
    primary key (exam_id, version, claim),
    foreign key (exam_id, version) references report (exam_id, version)
);

-- What a reader said before the machine's claims were shown to him.
create table report_first (
    exam_id uuid not null references exam (exam_id),
    account text not null,
    body jsonb not null,
    committed_at timestamptz not null,
    primary key (exam_id, account)
);

create function report_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was signed is only added to';
end
$$;

create trigger report_stays before update or delete or truncate on report
    for each statement execute function report_stays();
create trigger report_signature_stays before update or delete or truncate on report_signature
    for each statement execute function report_stays();
create trigger report_agreement_stays before update or delete or truncate on report_agreement
    for each statement execute function report_stays();
create trigger report_first_stays before update or delete or truncate on report_first
    for each statement execute function report_stays();

create table report_draft (
    exam_id uuid not null references exam (exam_id),
    account text not null,
    base_version integer not null,
    body jsonb not null,
    saved_at timestamptz not null,
    primary key (exam_id, account)
);

create table report_look (
    exam_id uuid not null references exam (exam_id),
    version integer not null,
    account text not null,
    looked_at timestamptz not null,
    primary key (exam_id, version, account)
);

create table reader_licence (
    account text primary key,
    licence text not null
);

create table reader_favourite (
    account text primary key,
    codes text[] not null
);
