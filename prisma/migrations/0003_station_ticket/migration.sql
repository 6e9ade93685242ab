-- Stations, tickets and the queues between them. A task is what a station serves: the declaration,
-- each of the nine specialties, the payment, the conclusion.

CREATE TABLE station (
  id             uuid PRIMARY KEY,
  facility_id    uuid NOT NULL REFERENCES facility (id),
  version        integer NOT NULL DEFAULT 1,
  name           text NOT NULL CHECK (btrim(name) <> ''),
  -- Where people go, as the board says it: "Phòng 102".
  room           text NOT NULL CHECK (btrim(room) <> ''),
  tasks          text[] NOT NULL CHECK (cardinality(tasks) > 0 AND tasks <@ ARRAY['declaration',
    'psychiatry', 'neurology', 'eyes', 'ent', 'cardiovascular', 'respiratory', 'musculoskeletal',
    'endocrine', 'substances', 'payment', 'conclusion']),
  position       integer NOT NULL,
  -- Takes people now. A station that is shut keeps its place in the list.
  open           boolean NOT NULL DEFAULT true,
  -- Taken out of use for good; its history stays.
  retired_at     timestamptz,
  -- The pace of the day: how many were served from their call on, and how long that took together.
  paced_on       date,
  paced_served   integer NOT NULL DEFAULT 0 CHECK (paced_served >= 0),
  paced_seconds  integer NOT NULL DEFAULT 0 CHECK (paced_seconds >= 0),
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  UNIQUE (facility_id, id),
  CHECK (retired_at IS NULL OR NOT open)
);
CREATE UNIQUE INDEX station_name ON station (facility_id, lower(name)) WHERE retired_at IS NULL;
CREATE INDEX station_place ON station (facility_id, position) WHERE retired_at IS NULL;

-- Who sits at a station: one person at a time, and nobody at two.
CREATE TABLE station_duty (
  id          uuid PRIMARY KEY,
  facility_id uuid NOT NULL REFERENCES facility (id),
  station_id  uuid NOT NULL,
  staff_id    text NOT NULL,
  staff_name  text NOT NULL,
  began_at    timestamptz NOT NULL,
  ended_at    timestamptz,
  -- What the next one has to know.
  note        text CHECK (btrim(note) <> '' AND length(note) <= 1000),
  CHECK (ended_at IS NULL OR ended_at >= began_at),
  FOREIGN KEY (facility_id, station_id) REFERENCES station (facility_id, id)
);
CREATE UNIQUE INDEX station_duty_seat ON station_duty (station_id) WHERE ended_at IS NULL;
CREATE UNIQUE INDEX station_duty_person ON station_duty (facility_id, staff_id) WHERE ended_at IS NULL;
CREATE INDEX station_duty_station ON station_duty (station_id, began_at DESC);

-- The last number given out on a day.
CREATE TABLE ticket_day (
  facility_id uuid NOT NULL REFERENCES facility (id),
  day         date NOT NULL,
  last        integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (facility_id, day)
);

-- One ticket a visit: a number of the day, and the one place where its holder is now.
CREATE TABLE ticket (
  visit_id    uuid PRIMARY KEY,
  facility_id uuid NOT NULL REFERENCES facility (id),
  version     integer NOT NULL DEFAULT 1,
  day         date NOT NULL,
  number      integer NOT NULL CHECK (number > 0),
  priority    text CHECK (priority IN ('elderly', 'pregnant', 'disabled')),
  -- All that this visit has to pass, and what somebody let pass by hand.
  tasks       text[] NOT NULL CHECK (tasks <@ ARRAY['declaration', 'psychiatry', 'neurology',
    'eyes', 'ent', 'cardiovascular', 'respiratory', 'musculoskeletal', 'endocrine', 'substances',
    'payment', 'conclusion']),
  passed      text[] NOT NULL DEFAULT '{}',
  state       text NOT NULL CHECK (state IN ('waiting', 'called', 'serving', 'done', 'no-show', 'abandoned', 'cancelled')),
  -- NULL while waiting: no open station serves what is left.
  station_id  uuid,
  -- Whoever has the earliest place is called next; the rule of priority has moved it forward.
  place       timestamptz NOT NULL,
  queued_at   timestamptz NOT NULL,
  called_at   timestamptz,
  served_at   timestamptz,
  -- How often called at this stop, and how often let pass at it.
  calls       integer NOT NULL DEFAULT 0 CHECK (calls >= 0),
  skips       integer NOT NULL DEFAULT 0 CHECK (skips >= 0),
  ended_at    timestamptz,
  UNIQUE (facility_id, day, number),
  CHECK ((state IN ('called', 'serving')) = (called_at IS NOT NULL AND ended_at IS NULL)),
  CHECK (state NOT IN ('called', 'serving') OR (station_id IS NOT NULL AND calls > 0)),
  CHECK ((state = 'serving') = (served_at IS NOT NULL)),
  CHECK ((state IN ('done', 'no-show', 'abandoned', 'cancelled')) = (ended_at IS NOT NULL)),
  CHECK (ended_at IS NULL OR (station_id IS NULL AND called_at IS NULL)),
  FOREIGN KEY (facility_id, visit_id) REFERENCES visit (facility_id, id),
  FOREIGN KEY (facility_id, station_id) REFERENCES station (facility_id, id)
);
-- One person at a time: whoever calls twice finds the first still there.
CREATE UNIQUE INDEX ticket_seat ON ticket (station_id) WHERE state IN ('called', 'serving');
CREATE INDEX ticket_queue ON ticket (station_id, place, number) WHERE state = 'waiting';
CREATE INDEX ticket_open ON ticket (facility_id, day) WHERE state IN ('waiting', 'called', 'serving', 'no-show');

-- Each stay of a ticket at a station, written when it is over.
CREATE TABLE ticket_stop (
  id          uuid PRIMARY KEY,
  facility_id uuid NOT NULL REFERENCES facility (id),
  visit_id    uuid NOT NULL REFERENCES ticket (visit_id),
  station_id  uuid NOT NULL,
  queued_at   timestamptz NOT NULL,
  called_at   timestamptz,
  served_at   timestamptz,
  ended_at    timestamptz NOT NULL,
  calls       integer NOT NULL,
  ending      text NOT NULL CHECK (ending IN ('served', 'finished', 'transferred', 'moved', 'fetched', 'no-show', 'abandoned', 'cancelled')),
  by_name     text NOT NULL,
  FOREIGN KEY (facility_id, station_id) REFERENCES station (facility_id, id)
);
CREATE INDEX ticket_stop_visit ON ticket_stop (visit_id, ended_at);
CREATE INDEX ticket_stop_station ON ticket_stop (station_id, ended_at);

CREATE TRIGGER ticket_stop_append_only BEFORE UPDATE OR DELETE ON ticket_stop
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ticket_stop_no_truncate BEFORE TRUNCATE ON ticket_stop EXECUTE FUNCTION refuse_change();

-- A number that was given out stays with its visit, and a day's number is never given out again.
CREATE FUNCTION refuse_ticket_deletion() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a ticket that was given out stays' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER ticket_stays BEFORE DELETE ON ticket
  FOR EACH ROW EXECUTE FUNCTION refuse_ticket_deletion();

-- Whom money is owed back: bills that were paid for an exam that was cancelled.
CREATE INDEX exam_cancelled ON exam (facility_id, updated_at) WHERE state = 'cancelled';
