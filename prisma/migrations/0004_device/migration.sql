-- Screens that belong to the house: boards and kiosks, each with a narrow right of its own. The code
-- that pairs one and the key in its cookie are kept as hashes alone.

CREATE TABLE device (
  id              uuid PRIMARY KEY,
  facility_id     uuid NOT NULL REFERENCES facility (id),
  name            text NOT NULL CHECK (char_length(name) BETWEEN 2 AND 60),
  kind            text NOT NULL CHECK (kind IN ('board', 'kiosk')),
  code_hash       bytea UNIQUE CHECK (octet_length(code_hash) = 32),
  code_expires_at timestamptz,
  token_hash      bytea UNIQUE CHECK (octet_length(token_hash) = 32),
  paired_at       timestamptz,
  expires_at      timestamptz,
  last_seen_at    timestamptz,
  created_by      uuid REFERENCES staff (id),
  created_at      timestamptz NOT NULL,
  revoked_at      timestamptz,
  CHECK ((code_hash IS NULL) = (code_expires_at IS NULL)),
  CHECK ((paired_at IS NULL) = (expires_at IS NULL)),
  CHECK (token_hash IS NULL OR paired_at IS NOT NULL),
  CHECK (revoked_at IS NULL OR (token_hash IS NULL AND code_hash IS NULL)),
  UNIQUE (facility_id, id)
);
CREATE INDEX device_facility ON device (facility_id, created_at DESC);

-- Devices leave traces too.
ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_actor_kind_check;
ALTER TABLE audit_entry ADD CONSTRAINT audit_entry_actor_kind_check
  CHECK (actor_kind IN ('staff', 'service', 'patient', 'system', 'device', 'anonymous'));

-- What the person at a kiosk has said so far: one person at a time, gone when they leave.
CREATE TABLE kiosk_draft (
  device_id   uuid PRIMARY KEY,
  facility_id uuid NOT NULL REFERENCES facility (id),
  -- New with each person, so that nothing of one is taken for another's.
  id          uuid NOT NULL,
  typed       jsonb NOT NULL,
  -- Once registered: whose visit the last page shows, and the secret of its link until they leave.
  visit_id    uuid,
  link_secret text,
  touched_at  timestamptz NOT NULL,
  CHECK ((visit_id IS NULL) = (link_secret IS NULL)),
  FOREIGN KEY (facility_id, device_id) REFERENCES device (facility_id, id),
  FOREIGN KEY (facility_id, visit_id) REFERENCES visit (facility_id, id)
);
CREATE INDEX kiosk_draft_age ON kiosk_draft (touched_at);

-- Whether the desk has seen the card of who came; `claimed` is what they said of themselves.
ALTER TABLE visit
  ADD COLUMN identity text NOT NULL DEFAULT 'verified' CHECK (identity IN ('verified', 'unverified')),
  ADD COLUMN claimed jsonb,
  ADD CHECK ((identity = 'unverified') = (claimed IS NOT NULL));
CREATE INDEX visit_unverified ON visit (facility_id, started_at) WHERE identity = 'unverified';

-- Nobody is concluded upon whom nobody has recognised, through whichever door it comes.
CREATE FUNCTION refuse_unverified_conclusion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM exam e JOIN visit v ON v.id = e.visit_id
             WHERE e.id = NEW.exam_id AND v.identity = 'unverified') THEN
    RAISE EXCEPTION 'identity is unverified'
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'identity_unverified';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER conclusion_of_verified BEFORE INSERT ON conclusion
  FOR EACH ROW EXECUTE FUNCTION refuse_unverified_conclusion();
