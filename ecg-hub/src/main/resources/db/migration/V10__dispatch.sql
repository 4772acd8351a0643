-- What happened to each dispatch, which the dispatcher's page shows; links to ECGs need no table, they are signed.
-- PostgreSQL 15's subset.

-- Only ever added to. note: what the dispatcher said, such as the vehicle's number; never a patient's name.
create table dispatch_step (
    id bigint generated always as identity primary key,
    dispatch_id uuid not null references dispatch (dispatch_id),
    state text not null
        check (state in ('SENT', 'RECEIVED', 'ACCEPTED', 'DISPATCHED', 'ARRIVED', 'CANCELLED')),
    done_by text not null,
    done_at timestamptz not null,
    note text not null
);

create index dispatch_step_dispatch on dispatch_step (dispatch_id, id);

insert into dispatch_step (dispatch_id, state, done_by, done_at, note)
select dispatch_id, state, changed_by, changed_at, ''
from dispatch;

create function dispatch_step_stays() returns trigger language plpgsql as $$
begin
    raise exception 'the steps of a dispatch are only added to';
end
$$;

create trigger dispatch_step_stays before update or delete on dispatch_step
    for each statement execute function dispatch_step_stays();

create index dispatch_changed on dispatch (changed_at);

-- The order in which messages were written down: times can be equal.
alter table delivery add column planned_order bigint generated always as identity;

create index delivery_planned on delivery (planned_at, planned_order);
create index delivery_dispatch_order on delivery (case_id, planned_order) where kind = 'ToDispatch';

create index delivery_leased on delivery (lease_hub) where lease_hub is not null;

-- A message that a person sent again: its patience counts from then on.
alter table delivery add column replayed_at timestamptz;

create table delivery_replay (
    id bigint generated always as identity primary key,
    delivery_id uuid not null references delivery (delivery_id),
    done_by text not null,
    done_at timestamptz not null
);

create index delivery_replay_delivery on delivery_replay (delivery_id, id);
