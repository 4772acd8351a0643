-- When the exam's samples were pressed into the dense form, or were found that they stay as they came.
alter table exam add column pressed_at timestamptz;

create index exam_unpressed on exam (completed_at) where pressed_at is null and state = 'COMPLETE';
