-- What people write into the register of critical values by hand. PostgreSQL 15's subset. Times are the hub's clock.

-- Only ever added to: the latest value of a column is in force, those before it stay.
create table register_edit (
    id bigint generated always as identity primary key,
    case_id uuid not null references critical_case (case_id),
    field text not null,
    value text not null,
    reason text not null,
    account text not null,
    edited_by text not null,
    edited_at timestamptz not null
);

create index register_edit_case on register_edit (case_id, id);

create function register_edit_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the register is only added to';
end
$$;

create trigger register_edit_stays before update or delete or truncate on register_edit
    for each statement execute function register_edit_stays();
