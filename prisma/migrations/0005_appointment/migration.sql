-- Appointments, groups and messages of the front desk. State lists are those of the noun files.

-- A company that sends its drivers, and what its list leaves out.
CREATE TABLE visitor_group (
  id              uuid PRIMARY KEY,
  facility_id     uuid NOT NULL REFERENCES facility (id),
  version         integer NOT NULL DEFAULT 1,
  name            text NOT NULL CHECK (name <> ''),
  contact_name    text,
  contact_phone   text,
  licence_class   text NOT NULL,
  purpose         text NOT NULL CHECK (purpose IN ('new', 'renewal', 'reissue', 'upgrade')),
  created_at      timestamptz NOT NULL,
  created_by_name text NOT NULL,
  closed_at       timestamptz,
  UNIQUE (facility_id, id)
);
CREATE INDEX visitor_group_recent ON visitor_group (facility_id, created_at DESC);

-- A list as it was uploaded: its rows as text, read anew for every report. The same file is one list.
CREATE TABLE group_list (
  id               uuid PRIMARY KEY,
  facility_id      uuid NOT NULL REFERENCES facility (id),
  group_id         uuid NOT NULL,
  sha256           text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  content          jsonb NOT NULL,
  uploaded_at      timestamptz NOT NULL,
  uploaded_by_name text NOT NULL,
  registered_at    timestamptz,
  UNIQUE (facility_id, id),
  UNIQUE (group_id, sha256),
  FOREIGN KEY (facility_id, group_id) REFERENCES visitor_group (facility_id, id)
);

-- One person is a member once, however often the list comes.
CREATE TABLE group_member (
  group_id      uuid NOT NULL,
  facility_id   uuid NOT NULL REFERENCES facility (id),
  patient_id    uuid NOT NULL,
  licence_class text NOT NULL,
  purpose       text NOT NULL CHECK (purpose IN ('new', 'renewal', 'reissue', 'upgrade')),
  -- What the line of the list is known by when it comes again.
  row_key       text NOT NULL,
  visit_id      uuid UNIQUE,
  added_at      timestamptz NOT NULL,
  PRIMARY KEY (group_id, patient_id),
  UNIQUE (group_id, row_key),
  FOREIGN KEY (facility_id, group_id) REFERENCES visitor_group (facility_id, id),
  FOREIGN KEY (facility_id, patient_id) REFERENCES patient (facility_id, id),
  FOREIGN KEY (facility_id, visit_id) REFERENCES visit (facility_id, id)
);
CREATE INDEX group_member_patient ON group_member (facility_id, patient_id);

-- A stretch of a day for so many people. `booked` is counted by a trigger: no door can overfill it.
CREATE TABLE slot (
  id              uuid PRIMARY KEY,
  facility_id     uuid NOT NULL REFERENCES facility (id),
  version         integer NOT NULL DEFAULT 1,
  starts_at       timestamptz NOT NULL,
  minutes         integer NOT NULL CHECK (minutes BETWEEN 5 AND 480),
  capacity        integer NOT NULL CHECK (capacity BETWEEN 0 AND 500),
  -- Of these, how many the public page may fill: the desk always has a place left.
  public_capacity integer NOT NULL CHECK (public_capacity BETWEEN 0 AND capacity),
  booked          integer NOT NULL DEFAULT 0,
  public_booked   integer NOT NULL DEFAULT 0,
  UNIQUE (facility_id, id),
  UNIQUE (facility_id, starts_at),
  CONSTRAINT slot_full CHECK (booked BETWEEN 0 AND capacity),
  CONSTRAINT slot_full_for_public CHECK (public_booked BETWEEN 0 AND public_capacity)
);

CREATE TABLE appointment (
  id            uuid PRIMARY KEY,
  facility_id   uuid NOT NULL REFERENCES facility (id),
  version       integer NOT NULL DEFAULT 1,
  slot_id       uuid NOT NULL,
  state         text NOT NULL CHECK (state IN ('booked', 'arrived', 'no-show', 'cancelled')),
  source        text NOT NULL CHECK (source IN ('desk', 'public', 'group')),
  patient_id    uuid,
  group_id      uuid,
  visit_id      uuid UNIQUE,
  name          text NOT NULL CHECK (name <> ''),
  folded_name   text NOT NULL,
  birth_date    date NOT NULL,
  phone         text,
  licence_class text NOT NULL,
  purpose       text NOT NULL CHECK (purpose IN ('new', 'renewal', 'reissue', 'upgrade')),
  -- SHA-256 of the secret in the booker's own link.
  access_hash   text UNIQUE CHECK (access_hash ~ '^[0-9a-f]{64}$'),
  booked_at     timestamptz NOT NULL,
  booked_by     text NOT NULL,
  ended_at      timestamptz,
  cancel_reason text,
  UNIQUE (facility_id, id),
  CHECK ((state = 'arrived') = (visit_id IS NOT NULL)),
  CHECK ((state = 'booked') = (ended_at IS NULL)),
  CHECK ((state = 'cancelled') = (cancel_reason IS NOT NULL)),
  FOREIGN KEY (facility_id, slot_id) REFERENCES slot (facility_id, id),
  FOREIGN KEY (facility_id, patient_id) REFERENCES patient (facility_id, id),
  FOREIGN KEY (facility_id, group_id) REFERENCES visitor_group (facility_id, id),
  FOREIGN KEY (facility_id, visit_id) REFERENCES visit (facility_id, id)
);
CREATE INDEX appointment_slot ON appointment (slot_id);
-- Somebody on record is expected once at a time.
CREATE UNIQUE INDEX appointment_once ON appointment (slot_id, patient_id) WHERE state = 'booked' AND patient_id IS NOT NULL;
CREATE INDEX appointment_patient ON appointment (facility_id, patient_id) WHERE state = 'booked';
CREATE INDEX appointment_person ON appointment (facility_id, folded_name, birth_date) WHERE state = 'booked';

-- Who is expected or has come holds a place; who cancelled or did not come gives it back.
CREATE FUNCTION count_slot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state IN ('booked', 'arrived') THEN
    IF NEW.state IN ('booked', 'arrived') AND NEW.slot_id = OLD.slot_id THEN
      RETURN NULL;
    END IF;
    UPDATE slot SET booked = booked - 1,
      public_booked = public_booked - (OLD.source = 'public')::int
    WHERE id = OLD.slot_id;
  END IF;
  IF NEW.state IN ('booked', 'arrived') THEN
    UPDATE slot SET booked = booked + 1,
      public_booked = public_booked + (NEW.source = 'public')::int
    WHERE id = NEW.slot_id;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER appointment_counts AFTER INSERT OR UPDATE OF state, slot_id ON appointment
  FOR EACH ROW EXECUTE FUNCTION count_slot();

-- The wording of a message, where the facility has one of its own.
CREATE TABLE message_template (
  id              uuid PRIMARY KEY,
  facility_id     uuid NOT NULL REFERENCES facility (id),
  version         integer NOT NULL DEFAULT 1,
  key             text NOT NULL CHECK (key IN ('appointment-booked', 'appointment-reminder', 'appointment-cancelled')),
  body            text NOT NULL CHECK (body <> ''),
  -- Sent without diacritics: more letters fit into one message.
  plain           boolean NOT NULL,
  enabled         boolean NOT NULL,
  updated_at      timestamptz NOT NULL,
  updated_by_name text NOT NULL,
  UNIQUE (facility_id, key)
);

-- What goes out to somebody's phone: once for each template and what it is about.
CREATE TABLE message (
  id           uuid PRIMARY KEY,
  facility_id  uuid NOT NULL REFERENCES facility (id),
  template     text NOT NULL CHECK (template IN ('appointment-booked', 'appointment-reminder', 'appointment-cancelled')),
  subject_id   uuid NOT NULL,
  phone        text NOT NULL,
  body         text NOT NULL,
  state        text NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'refused', 'unknown', 'cancelled')),
  attempts     integer NOT NULL DEFAULT 0,
  -- Whose number the gateway gave it.
  reference    text,
  last_answer  text,
  queued_at    timestamptz NOT NULL,
  -- Of no use afterwards.
  useful_until timestamptz NOT NULL,
  sent_at      timestamptz,
  UNIQUE (facility_id, id),
  UNIQUE (facility_id, template, subject_id)
);
CREATE INDEX message_recent ON message (facility_id, queued_at DESC);
CREATE INDEX message_waiting ON message (queued_at) WHERE state IN ('queued', 'sending', 'unknown');
