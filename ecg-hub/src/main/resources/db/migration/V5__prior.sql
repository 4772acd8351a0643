-- The patient's earlier recordings, for the comparison with them.
create index exam_patient on exam (patient_identity, clinic_started_at) where patient_identity is not null;
