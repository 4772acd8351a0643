-- Whose exams somebody sees, a second factor beside the password, and reading the audit. PostgreSQL 15's subset.

-- Of site staff: the clinics whose exams they see. Empty for the centre's own people.
alter table account add column sites text[] not null default '{}';

create index exam_site on exam (site, received_at);

-- secret: the shared secret of RFC 6238, encrypted with the hub's key. confirmed_at: it counts from then on.
-- last_step: of the last code that was taken; none of this step or an earlier one is taken again.
create table second_factor (
    account text primary key references account (name),
    secret bytea not null,
    made_at timestamptz not null,
    confirmed_at timestamptz,
    last_step bigint not null default 0
);

-- Each opens the account once. hash: keyed with the hub's key.
create table recovery_code (
    account text not null references account (name),
    hash text not null,
    used_at timestamptz,
    primary key (account, hash)
);

create index audit_at on audit (at);
create index audit_actor on audit (actor, number);
create index audit_case on audit (case_id) where case_id is not null;
