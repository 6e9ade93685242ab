-- Settings in the browser: who changed what, the payee by two people, prices that are history, and a
-- demonstration that can begin anew.

-- ───────────────────────────── settings ─────────────────────────────

-- Every version of every setting, as it was saved: the youngest is what holds. Two who save at once
-- meet at the primary key.
CREATE TABLE setting (
  facility_id uuid NOT NULL REFERENCES facility (id),
  key         text NOT NULL CHECK (key IN ('facility', 'logo', 'hours', 'holidays')),
  version     integer NOT NULL CHECK (version > 0),
  value       jsonb NOT NULL,
  saved_at    timestamptz NOT NULL,
  saved_by    text NOT NULL,
  saved_by_name text NOT NULL,
  PRIMARY KEY (facility_id, key, version)
);

-- Apart from the facility, so that its pictures can be emptied in a demonstration without it.
CREATE TABLE facility_logo (
  facility_id uuid PRIMARY KEY REFERENCES facility (id),
  sha256      text NOT NULL,
  FOREIGN KEY (facility_id, sha256) REFERENCES stored_file (facility_id, sha256)
);

-- What a test of a connection to the outside found.
CREATE TABLE connection_test (
  id            uuid PRIMARY KEY,
  facility_id   uuid NOT NULL REFERENCES facility (id),
  integration   text NOT NULL CHECK (integration IN ('gateway', 'authority', 'bank', 'signature', 'sms')),
  outcome       text NOT NULL,
  fine          boolean NOT NULL,
  tested_at     timestamptz NOT NULL,
  tested_by_name text NOT NULL
);
CREATE INDEX connection_test_last ON connection_test (facility_id, integration, tested_at DESC);

-- ───────────────────────────── the payee, by two people ─────────────────────────────

CREATE TABLE payee_change (
  id                uuid PRIMARY KEY,
  facility_id       uuid NOT NULL REFERENCES facility (id),
  bank_bin          text NOT NULL CHECK (bank_bin ~ '^[0-9]{6}$'),
  bank_account      text NOT NULL CHECK (bank_account ~ '^[0-9A-Za-z]{1,19}$'),
  bank_account_name text NOT NULL CHECK (bank_account_name <> ''),
  -- The account that held when the change was asked for: money on its way there still is ours.
  former_bin          text NOT NULL,
  former_account      text NOT NULL,
  former_account_name text NOT NULL,
  reason            text NOT NULL CHECK (reason <> ''),
  state             text NOT NULL CHECK (state IN ('requested', 'approved', 'refused', 'withdrawn')),
  requested_by      uuid NOT NULL REFERENCES staff (id),
  requested_by_name text NOT NULL,
  requested_at      timestamptz NOT NULL,
  decided_by        uuid REFERENCES staff (id),
  decided_by_name   text,
  decided_at        timestamptz,
  decision_reason   text,
  UNIQUE (facility_id, id),
  CHECK ((state = 'requested') = (decided_by IS NULL)),
  CHECK ((decided_by IS NULL) = (decided_at IS NULL)),
  -- Nobody approves their own, whatever the program says.
  CONSTRAINT payee_change_two_people CHECK (state <> 'approved' OR decided_by <> requested_by),
  CONSTRAINT payee_change_own_withdrawal CHECK (state <> 'withdrawn' OR decided_by = requested_by)
);
CREATE UNIQUE INDEX payee_change_one_open ON payee_change (facility_id) WHERE state = 'requested';
CREATE INDEX payee_change_recent ON payee_change (facility_id, requested_at DESC);

-- What was asked for stays as it was asked for; it is decided once.
CREATE FUNCTION refuse_payee_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.state = 'requested' THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND OLD.state = 'requested'
     AND (NEW.id, NEW.facility_id, NEW.bank_bin, NEW.bank_account, NEW.bank_account_name, NEW.former_bin,
          NEW.former_account, NEW.former_account_name, NEW.reason, NEW.requested_by,
          NEW.requested_by_name, NEW.requested_at)
       IS NOT DISTINCT FROM
         (OLD.id, OLD.facility_id, OLD.bank_bin, OLD.bank_account, OLD.bank_account_name, OLD.former_bin,
          OLD.former_account, OLD.former_account_name, OLD.reason, OLD.requested_by,
          OLD.requested_by_name, OLD.requested_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a request to change the payee is frozen' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER payee_change_frozen BEFORE INSERT OR UPDATE OR DELETE ON payee_change
  FOR EACH ROW EXECUTE FUNCTION refuse_payee_change();

-- ───────────────────────────── a demonstration begins anew ─────────────────────────────

-- Demonstration and production never become each other.
CREATE FUNCTION refuse_mode_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what an installation is for stays' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER installation_fixed BEFORE UPDATE OR DELETE ON installation
  FOR EACH ROW EXECUTE FUNCTION refuse_mode_change();
CREATE TRIGGER installation_no_truncate BEFORE TRUNCATE ON installation
  EXECUTE FUNCTION refuse_mode_change();

-- True only in a demonstration, and there only within reset_demonstration.
CREATE FUNCTION is_resetting() RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(current_setting('lienthong.resetting', true), '') = 'yes'
     AND EXISTS (SELECT 1 FROM installation WHERE mode = 'demonstration')
$$;

CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' AND is_resetting() THEN RETURN NULL; END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER setting_append_only BEFORE UPDATE OR DELETE ON setting
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER setting_no_truncate BEFORE TRUNCATE ON setting EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payee_change_no_truncate BEFORE TRUNCATE ON payee_change EXECUTE FUNCTION refuse_change();

-- The facility's payee is what a request says that two people have just made, or nothing else.
CREATE FUNCTION guard_payee() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.bank_bin, NEW.bank_account, NEW.bank_account_name)
       IS NOT DISTINCT FROM (OLD.bank_bin, OLD.bank_account, OLD.bank_account_name)
     OR is_resetting()
     OR EXISTS (SELECT 1 FROM payee_change
                WHERE facility_id = NEW.id AND state = 'approved'
                  AND xmin = pg_current_xact_id()::xid
                  AND (bank_bin, bank_account, bank_account_name)
                    = (NEW.bank_bin, NEW.bank_account, NEW.bank_account_name)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'the payee is changed by two people' USING ERRCODE = 'restrict_violation',
    CONSTRAINT = 'payee_by_two_people';
END $$;
CREATE TRIGGER facility_payee BEFORE UPDATE ON facility FOR EACH ROW EXECUTE FUNCTION guard_payee();

-- Empties everything but accounts, the facilities and their running numbers (the outside has seen
-- those already). What is shown again afterwards is the seeds' affair.
CREATE FUNCTION reset_demonstration() RETURNS void LANGUAGE plpgsql AS $$
DECLARE
  emptied text;
BEGIN
  IF NOT EXISTS (SELECT 1 FROM installation WHERE mode = 'demonstration') THEN
    RAISE EXCEPTION 'only a demonstration begins anew' USING ERRCODE = 'restrict_violation',
      CONSTRAINT = 'demonstration_only';
  END IF;
  PERFORM set_config('lienthong.resetting', 'yes', true);
  SELECT string_agg(format('%I', tablename), ', ') INTO emptied FROM pg_tables
  WHERE schemaname = 'public' AND tablename NOT IN (
    '_prisma_migrations', 'installation', 'facility', 'counter', 'staff', 'auth_user', 'auth_account',
    'auth_session', 'api_token', 'device');
  EXECUTE 'TRUNCATE ' || emptied;
  UPDATE facility SET bank_bin = NULL, bank_account = NULL, bank_account_name = NULL;
  UPDATE staff SET disabled_at = NULL;
  DELETE FROM graphile_worker._private_jobs WHERE locked_at IS NULL;
  PERFORM set_config('lienthong.resetting', '', true);
END $$;

-- ───────────────────────────── prices are history ─────────────────────────────

ALTER TABLE price ADD COLUMN version integer NOT NULL DEFAULT 1;
-- Taken back before its first day: it never held.
ALTER TABLE price ADD COLUMN withdrawn_at timestamptz;
ALTER TABLE price DROP CONSTRAINT price_facility_id_code_effective_from_key;
CREATE UNIQUE INDEX price_day ON price (facility_id, code, effective_from) WHERE withdrawn_at IS NULL;

-- An amount that was decided stays; it can be published, ended, or taken back once.
CREATE FUNCTION refuse_price_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL AND NEW.published >= OLD.published
     AND (NEW.id, NEW.facility_id, NEW.code, NEW.name, NEW.unit, NEW.amount, NEW.legal_source,
          NEW.effective_from, NEW.illustrative)
       IS NOT DISTINCT FROM
         (OLD.id, OLD.facility_id, OLD.code, OLD.name, OLD.unit, OLD.amount, OLD.legal_source,
          OLD.effective_from, OLD.illustrative) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a price is frozen' USING ERRCODE = 'restrict_violation';
END $$;
CREATE TRIGGER price_frozen BEFORE UPDATE OR DELETE ON price
  FOR EACH ROW EXECUTE FUNCTION refuse_price_change();
