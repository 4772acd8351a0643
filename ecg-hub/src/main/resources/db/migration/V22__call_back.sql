-- Who calls a clinic that asked to be called. PostgreSQL 15's subset. Times are the hub's clock.

-- A wish is a row of clinic_confirmation; it is open until somebody has called, or the clinic says more about it.
-- done_at: somebody has called.
create table call_back (
    exam_id uuid not null,
    seq integer not null,
    account text not null,
    name text not null,
    taken_at timestamptz not null,
    done_at timestamptz,
    primary key (exam_id, seq),
    foreign key (exam_id, seq) references clinic_confirmation (exam_id, seq)
);

create index clinic_confirmation_call_back on clinic_confirmation (stored_at) where action = 'CALL_BACK';
