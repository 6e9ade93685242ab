-- What a patient has typed of their declaration on the phone and not yet sent: no finding, read by
-- nobody but them, gone with what they send or with the conclusion.
CREATE TABLE declaration_draft (
  exam_id     uuid PRIMARY KEY,
  facility_id uuid NOT NULL REFERENCES facility (id),
  -- The form's fields as typed, by name.
  typed       jsonb NOT NULL CHECK (jsonb_typeof(typed) = 'object'),
  saved_at    timestamptz NOT NULL,
  FOREIGN KEY (facility_id, exam_id) REFERENCES exam (facility_id, id)
);

-- A consent that was refused or taken back stays as it is; given again it is a row of its own. The
-- youngest counts, and at most one of a kind stands.
ALTER TABLE consent DROP CONSTRAINT consent_exam_id_scope_key;
CREATE INDEX consent_in_time ON consent (exam_id, scope, recorded_at);
CREATE UNIQUE INDEX consent_standing ON consent (exam_id, scope) WHERE given AND withdrawn_at IS NULL;
