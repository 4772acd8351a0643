-- Marks of the median beat that physicians moved by hand. PostgreSQL 15's subset. Times are the hub's clock.

-- Only ever added to; the highest number of an exam is in force. body holds all marks, before and after.
create table hand_measurement (
    exam_id uuid not null references exam (exam_id),
    number integer not null,
    account text not null,
    name text not null,
    made_at timestamptz not null,
    body jsonb not null,
    primary key (exam_id, number)
);

-- One row a mark that was moved, set (no old place) or taken away (no new one); counted from the beat's first sample.
create table hand_mark (
    exam_id uuid not null,
    number integer not null,
    mark text not null check (mark in ('pOn', 'pOff', 'qrsOn', 'j', 'tPeak', 'tEnd')),
    old_sample integer,
    new_sample integer,
    old_millis double precision,
    new_millis double precision,
    primary key (exam_id, number, mark),
    foreign key (exam_id, number) references hand_measurement (exam_id, number)
);

create function hand_measurement_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what was measured by hand is only added to';
end
$$;

create trigger hand_measurement_stays before update or delete or truncate on hand_measurement
    for each statement execute function hand_measurement_stays();
create trigger hand_mark_stays before update or delete or truncate on hand_mark
    for each statement execute function hand_measurement_stays();
