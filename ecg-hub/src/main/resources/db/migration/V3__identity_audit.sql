-- Who may work at the centre, who is logged in, and what they saw and did. PostgreSQL 15's subset.

create table account (
    name text primary key,
    display_name text not null,
    password_hash text not null,
    roles text[] not null,
    disabled boolean not null default false,
    created_at timestamptz not null
);

-- token_hash is the SHA-256 of the cookie: a copy of this table opens no session.
create table console_session (
    token_hash text primary key,
    account text not null references account (name),
    started_at timestamptz not null,
    used_at timestamptz not null
);

create index console_session_used on console_session (used_at);

create table login_failure (
    account text not null,
    address text not null,
    failed_at timestamptz not null
);

create index login_failure_account on login_failure (account, failed_at);
create index login_failure_address on login_failure (address, failed_at);

-- Append-only: each row's hash covers its content and the hash of the row before it.
create table audit (
    number bigint primary key,
    at timestamptz not null,
    actor text not null,
    action text not null,
    exam_id uuid,
    case_id uuid,
    detail text not null,
    previous_hash text not null,
    hash text not null
);

create index audit_exam on audit (exam_id) where exam_id is not null;

-- The last row's number and hash: rows cut off the end are noticed, and appending takes its turn by locking it.
create table audit_head (
    one boolean primary key default true check (one),
    number bigint not null,
    hash text not null
);

insert into audit_head (number, hash) values (0, repeat('0', 64));

create function audit_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is append-only';
end
$$;

create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function audit_is_append_only();
