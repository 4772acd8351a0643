-- Copies the exams of the database, in turns, until there are :exams, a hub's year of them up to now, each of a patient who
-- comes four times. All are signed but reds and one in ten of the last day. Copies of a red carry a case that was read back and closed.
create temporary table source on commit drop as
select e.exam_id, row_number() over (order by e.received_at) - 1 as turn, r.level
from exam e
join lateral (select level from reading where exam_id = e.exam_id order by number desc limit 1) r on true;

create temporary table wanted on commit drop as
select p.n,
       p.n % 50000 as patient,
       :now::timestamptz - (p.n + 1) * (interval '365 days' / :exams) as at,
       (lpad(to_hex((extract(epoch from :now::timestamptz - (p.n + 1) * (interval '365 days' / :exams)) * 1000)::bigint), 12, '0')
           || '7' || substr(md5(p.n::text), 1, 3) || '8' || substr(md5(p.n::text), 4, 15))::uuid as exam_id,
       s.exam_id as source_id,
       s.level
from generate_series(0, :exams - 1) as p (n)
-- as in Rongxian county's year: 91 red and 4172 yellow of 44,000
join source s on s.level = case when p.n % 484 = 7 then 'RED' when p.n % 11 = 5 then 'YELLOW' else 'GREEN' end;

create unique index on wanted (exam_id);

insert into exam_owner (exam_id, site)
select w.exam_id, x.site from wanted w join exam x on x.exam_id = w.source_id;

insert into exam
select (jsonb_populate_record(x, jsonb_build_object(
    'exam_id', w.exam_id,
    'patient_name', substr('王李张刘陈杨黄赵吴周', 1 + w.patient % 10, 1) || substr('建国秀英志强丽华伟芳军敏', 1 + w.patient / 10 % 12, 1)
        || substr('平安福林山梅兰云海涛', 1 + w.patient / 120 % 10, 1),
    'patient_identity', '110105' || (1930 + w.patient % 80) || lpad((1 + w.patient % 12)::text, 2, '0')
        || lpad((1 + w.patient % 28)::text, 2, '0') || lpad((w.patient % 10000)::text, 4, '0'),
    'clinic_started_at', w.at, 'received_at', w.at, 'completed_at', w.at + interval '12 s', 'read_at', w.at + interval '13 s'))).*
from wanted w join exam x on x.exam_id = w.source_id;

insert into exam_end
select (jsonb_populate_record(e, jsonb_build_object('exam_id', w.exam_id, 'stored_at', w.at + interval '12 s'))).*
from wanted w join exam_end e on e.exam_id = w.source_id;

insert into wave_segment
    (exam_id, seq, stored_at, first_sample, samples, waveform, crc32c, marks)
select w.exam_id, s.seq, w.at + (s.first_sample * interval '2 ms'), s.first_sample, s.samples, s.waveform, s.crc32c, s.marks
from wanted w join wave_segment s on s.exam_id = w.source_id;

insert into reading
select (jsonb_populate_record(r, jsonb_build_object('exam_id', w.exam_id, 'made_at', w.at + interval '13 s'))).*
from wanted w join reading r on r.exam_id = w.source_id;

create temporary table copied_case on commit drop as
select gen_random_uuid() as case_id, w.exam_id, w.at, c.case_id as source_case, c.exam_id as source_id, c.body
from wanted w join critical_case c on c.exam_id = w.source_id;

insert into critical_case (case_id, number, site, exam_id, drill, severity, severity_rank, opened_at, last_reading_at,
    acknowledged_at, closed_at, body)
select k.case_id, nextval('critical_case_number'), c.site, k.exam_id, c.drill, c.severity, c.severity_rank, k.at, k.at,
       k.at + interval '50 s', k.at + interval '1 hour',
       replace(replace(k.body::text, k.source_case::text, k.case_id::text), k.source_id::text, k.exam_id::text)::jsonb
       || jsonb_build_object('closed', jsonb_build_object('by', 'bench', 'at', to_char(k.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')))
from copied_case k join critical_case c on c.case_id = k.source_case;

insert into critical_case_exam (case_id, exam_id, round, after_seq)
select case_id, exam_id, 1, 0 from copied_case;

insert into report
select (jsonb_populate_record(p, jsonb_build_object('exam_id', w.exam_id, 'signed_at', w.at + interval '9 minutes',
    'body', replace(p.body::text, w.source_id::text, w.exam_id::text)::jsonb))).*
from wanted w join report p on p.exam_id = w.source_id
where w.n % 10 <> 3 or w.at < :now::timestamptz - interval '1 day';

insert into report_signature
select (jsonb_populate_record(g, jsonb_build_object('exam_id', w.exam_id, 'signed_at', w.at + interval '9 minutes'))).*
from wanted w join report_signature g on g.exam_id = w.source_id
where exists (select 1 from report p where p.exam_id = w.exam_id);
