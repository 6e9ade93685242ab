-- lienthong, first schema. State lists here are the same lists as the tables in the noun files.

CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- ───────────────────────────── platform ─────────────────────────────

CREATE TABLE facility (
  id                uuid PRIMARY KEY,
  code              text NOT NULL UNIQUE CHECK (code ~ '^[0-9A-Z]{5}$'),
  name              text NOT NULL,
  superior_body     text NOT NULL,
  address           text NOT NULL,
  province_code     text,
  ward_code         text,
  tax_code          text,
  phone             text,
  -- The payee. NULL: the installation's own account (BANK_BIN, BANK_ACCOUNT, BANK_ACCOUNT_NAME).
  bank_bin          text CHECK (bank_bin ~ '^[0-9]{6}$'),
  bank_account      text CHECK (bank_account ~ '^[0-9A-Za-z]{1,19}$'),
  bank_account_name text,
  created_at        timestamptz NOT NULL DEFAULT now()
);

-- Demonstration data and real data never share a database.
CREATE TABLE installation (
  id          boolean PRIMARY KEY DEFAULT true CHECK (id),
  mode        text NOT NULL CHECK (mode IN ('demonstration', 'production')),
  created_at  timestamptz NOT NULL DEFAULT now()
);

-- Numbers that are unique and increasing within a facility and a year.
CREATE TABLE counter (
  facility_id uuid NOT NULL REFERENCES facility (id),
  kind        text NOT NULL,
  year        integer NOT NULL,
  last        integer NOT NULL CHECK (last > 0),
  PRIMARY KEY (facility_id, kind, year)
);

CREATE TABLE audit_entry (
  id           uuid PRIMARY KEY,
  facility_id  uuid REFERENCES facility (id),
  at           timestamptz NOT NULL,
  actor_kind   text NOT NULL CHECK (actor_kind IN ('staff', 'service', 'patient', 'system', 'anonymous')),
  actor_id     text NOT NULL,
  actor_name   text NOT NULL,
  action       text NOT NULL,
  subject_type text NOT NULL,
  subject_id   text NOT NULL,
  patient_id   uuid,
  detail       jsonb NOT NULL,
  request_id   text
);
CREATE INDEX audit_entry_subject ON audit_entry (subject_type, subject_id, at);
CREATE INDEX audit_entry_patient ON audit_entry (patient_id, at) WHERE patient_id IS NOT NULL;
CREATE INDEX audit_entry_at ON audit_entry (facility_id, at DESC);

-- The answer of a write, kept in the write's own commit (api.md, Idempotency).
CREATE TABLE idempotent_answer (
  scope        text NOT NULL,
  key          text NOT NULL,
  request_hash text NOT NULL,
  status       integer NOT NULL CHECK (status BETWEEN 200 AND 499),
  headers      jsonb NOT NULL,
  body         text NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (scope, key)
);
CREATE INDEX idempotent_answer_age ON idempotent_answer (created_at);

-- Portraits and documents by content; bytes of health data stay inside the database and its backup.
CREATE TABLE stored_file (
  facility_id  uuid NOT NULL REFERENCES facility (id),
  sha256       text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  content_type text NOT NULL,
  bytes        bytea NOT NULL,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (facility_id, sha256)
);

-- ───────────────────────────── identity ─────────────────────────────

-- better-auth 1.7.6 (username plugin) with snake_case field mapping, plus our own tables.
-- better-auth's HTTP handler is not mounted (no sign-up door), so its rate-limit table is not needed;
-- lock-out is ours (sign_in_attempt), counted for unknown usernames alike (no enumeration).

CREATE TABLE auth_user (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  email text NOT NULL UNIQUE,                 -- synthetic: <id>@staff.invalid
  email_verified boolean NOT NULL DEFAULT false,
  image text,
  username text UNIQUE,                       -- lower case
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE auth_session (
  id uuid PRIMARY KEY,
  token text NOT NULL UNIQUE,
  user_id uuid NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  expires_at timestamptz NOT NULL,            -- 12 h after sign-in, never extended
  last_seen_at timestamptz NOT NULL DEFAULT now(), -- idle limit
  ip_address text,
  user_agent text,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX auth_session_user_id ON auth_session (user_id);

CREATE TABLE auth_account (
  id uuid PRIMARY KEY,
  account_id text NOT NULL,
  provider_id text NOT NULL,                  -- 'credential'
  user_id uuid NOT NULL REFERENCES auth_user (id) ON DELETE CASCADE,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,                              -- scrypt, salt:hash
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(),
  UNIQUE (provider_id, account_id)
);
CREATE INDEX auth_account_user_id ON auth_account (user_id);

CREATE TABLE auth_verification (
  id uuid PRIMARY KEY,
  identifier text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX auth_verification_identifier ON auth_verification (identifier);

CREATE TABLE staff (
  id uuid PRIMARY KEY REFERENCES auth_user (id),
  facility_id uuid NOT NULL REFERENCES facility (id),
  username text NOT NULL UNIQUE,
  name text NOT NULL,
  roles text[] NOT NULL CHECK (
    cardinality(roles) > 0 AND roles <@ ARRAY['reception', 'examiner', 'lab', 'concluder', 'cashier',
      'cashier-manager', 'licence-desk', 'records', 'director', 'admin', 'auditor']),
  specialties text[] CHECK (
    specialties <@ ARRAY['psychiatry', 'neurology', 'eyes', 'ent', 'cardiovascular', 'respiratory',
      'musculoskeletal', 'endocrine', 'substances']),        -- null = all
  doctor_registration text CHECK (doctor_registration <> ''),
  must_change_password boolean NOT NULL DEFAULT false,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX staff_facility_id ON staff (facility_id);
CREATE UNIQUE INDEX staff_doctor_registration ON staff (facility_id, doctor_registration)
  WHERE doctor_registration IS NOT NULL;

CREATE TABLE api_token (
  id uuid PRIMARY KEY,
  facility_id uuid NOT NULL REFERENCES facility (id),
  name text NOT NULL,
  token_hash bytea NOT NULL UNIQUE CHECK (octet_length(token_hash) = 32),  -- SHA-256 of the token text
  hint text NOT NULL,                         -- last 4 characters, to recognise it in the list
  roles text[] NOT NULL CHECK (
    cardinality(roles) > 0 AND roles <@ ARRAY['reception', 'examiner', 'lab', 'concluder', 'cashier',
      'cashier-manager', 'licence-desk', 'records', 'director', 'admin', 'auditor']),
  specialties text[] CHECK (
    specialties <@ ARRAY['psychiatry', 'neurology', 'eyes', 'ent', 'cardiovascular', 'respiratory',
      'musculoskeletal', 'endocrine', 'substances']),        -- null = all
  signs_as uuid REFERENCES staff (id),        -- --sign
  created_by uuid,                            -- staff id, null from the command line
  created_at timestamptz NOT NULL DEFAULT now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX api_token_facility_id ON api_token (facility_id);

CREATE TABLE sign_in_attempt (
  key text PRIMARY KEY,                       -- 'user:' or 'address:' and a SHA-256, never the text typed
  failures integer NOT NULL,
  locked_until timestamptz,
  updated_at timestamptz NOT NULL
);
CREATE INDEX sign_in_attempt_updated_at ON sign_in_attempt (updated_at);


-- ───────────────────────────── patients ─────────────────────────────

CREATE TABLE patient (
  id                    uuid PRIMARY KEY,
  facility_id           uuid NOT NULL REFERENCES facility (id),
  version               integer NOT NULL DEFAULT 1,
  name                  text NOT NULL,
  birth_date            date NOT NULL,
  sex                   text NOT NULL CHECK (sex IN ('male', 'female')),
  identity_number       text CHECK (identity_number ~ '^[0-9]{12}$'),
  identity_issued_on    date,
  identity_issued_place text,
  old_identity_number   text CHECK (old_identity_number ~ '^[0-9]{9}$'),
  passport              text CHECK (passport ~ '^[A-Z][A-Z0-9]{6,11}$'),
  address_text          text,
  ward_code             text,
  province_code         text,
  phone                 text,
  email                 text,
  portrait_sha256       text,
  -- fold(name) and the numbers, for search and for likely duplicates.
  folded_name           text NOT NULL,
  search_text           text NOT NULL,
  created_at            timestamptz NOT NULL,
  updated_at            timestamptz NOT NULL,
  UNIQUE (facility_id, identity_number),
  UNIQUE (facility_id, passport),
  UNIQUE (facility_id, id),
  FOREIGN KEY (facility_id, portrait_sha256) REFERENCES stored_file (facility_id, sha256)
);
-- Every search reads the list of entries not yet sorted in, so it is kept short.
CREATE INDEX patient_search ON patient USING gin (search_text gin_trgm_ops) WITH (gin_pending_list_limit = 128);
CREATE INDEX patient_words ON patient USING gin (string_to_array(folded_name, ' ')) WITH (fastupdate = off);
CREATE INDEX patient_likely ON patient (facility_id, folded_name, birth_date);
CREATE INDEX patient_phone ON patient (facility_id, phone) WHERE phone IS NOT NULL;
CREATE INDEX patient_old_identity ON patient (facility_id, old_identity_number) WHERE old_identity_number IS NOT NULL;

-- ───────────────────────────── frontdesk ─────────────────────────────

CREATE TABLE visit (
  id                uuid PRIMARY KEY,
  facility_id       uuid NOT NULL REFERENCES facility (id),
  version           integer NOT NULL DEFAULT 1,
  patient_id        uuid NOT NULL,
  state             text NOT NULL CHECK (state IN ('arrived', 'in-progress', 'finished', 'cancelled', 'entered-in-error')),
  started_at        timestamptz NOT NULL,
  ended_at          timestamptz,
  -- SHA-256 of the secret in the patient's link; a new link replaces the old.
  access_hash       text UNIQUE CHECK (access_hash ~ '^[0-9a-f]{64}$'),
  access_expires_at timestamptz,
  UNIQUE (facility_id, id),
  FOREIGN KEY (facility_id, patient_id) REFERENCES patient (facility_id, id)
);
CREATE INDEX visit_patient ON visit (patient_id, started_at DESC);
CREATE INDEX visit_day ON visit (facility_id, started_at DESC);

-- ───────────────────────────── exams ─────────────────────────────

CREATE TABLE exam (
  id                  uuid PRIMARY KEY,
  facility_id         uuid NOT NULL REFERENCES facility (id),
  version             integer NOT NULL DEFAULT 1,
  patient_id          uuid NOT NULL,
  visit_id            uuid NOT NULL,
  licence_class       text NOT NULL,
  standards_group     integer NOT NULL CHECK (standards_group IN (1, 2, 3)),
  standard_id         text NOT NULL,
  purpose             text NOT NULL CHECK (purpose IN ('new', 'renewal', 'reissue', 'upgrade')),
  held_licence        jsonb,
  delivery            jsonb NOT NULL,
  disabled_applicant  boolean NOT NULL DEFAULT false,
  converted_from_a1   boolean NOT NULL DEFAULT false,
  state               text NOT NULL CHECK (state IN ('planned', 'arrived', 'in-progress', 'finished', 'cancelled', 'entered-in-error')),
  -- {code, message} pairs found at intake and shown with the exam.
  warnings            jsonb NOT NULL DEFAULT '[]',
  created_at          timestamptz NOT NULL,
  updated_at          timestamptz NOT NULL,
  UNIQUE (facility_id, id),
  FOREIGN KEY (facility_id, patient_id) REFERENCES patient (facility_id, id),
  FOREIGN KEY (facility_id, visit_id) REFERENCES visit (facility_id, id)
);
CREATE INDEX exam_patient ON exam (patient_id, created_at DESC);
CREATE INDEX exam_visit ON exam (visit_id);
CREATE INDEX exam_open ON exam (facility_id, created_at) WHERE state IN ('planned', 'arrived', 'in-progress');
CREATE INDEX exam_recent ON exam (facility_id, created_at DESC);

CREATE TABLE consent (
  id           uuid PRIMARY KEY,
  facility_id  uuid NOT NULL REFERENCES facility (id),
  patient_id   uuid NOT NULL,
  exam_id      uuid NOT NULL,
  scope        text NOT NULL CHECK (scope IN ('exam', 'renewal')),
  -- Which wording was agreed to.
  wording      text NOT NULL,
  given        boolean NOT NULL,
  recorded_at  timestamptz NOT NULL,
  withdrawn_at timestamptz,
  UNIQUE (exam_id, scope),
  FOREIGN KEY (facility_id, patient_id) REFERENCES patient (facility_id, id),
  FOREIGN KEY (facility_id, exam_id) REFERENCES exam (facility_id, id)
);

CREATE TABLE exam_section (
  exam_id      uuid NOT NULL,
  facility_id  uuid NOT NULL REFERENCES facility (id),
  section      text NOT NULL CHECK (section IN ('declaration', 'psychiatry', 'neurology', 'eyes', 'ent', 'cardiovascular', 'respiratory', 'musculoskeletal', 'endocrine', 'substances')),
  state        text NOT NULL CHECK (state IN ('draft', 'signed')),
  findings     jsonb NOT NULL,
  recorded_by  text NOT NULL,
  -- The doctor in whose name it is signed; for a draft the person who typed it.
  by_name      text NOT NULL,
  registration text,
  recorded_at  timestamptz NOT NULL,
  PRIMARY KEY (exam_id, section),
  FOREIGN KEY (facility_id, exam_id) REFERENCES exam (facility_id, id)
);

-- What one person has typed and not yet saved: comes back to them alone, and counts for nothing.
CREATE TABLE section_draft (
  exam_id     uuid NOT NULL,
  facility_id uuid NOT NULL REFERENCES facility (id),
  section     text NOT NULL CHECK (section IN ('declaration', 'psychiatry', 'neurology', 'eyes', 'ent', 'cardiovascular', 'respiratory', 'musculoskeletal', 'endocrine', 'substances')),
  staff_id    uuid NOT NULL REFERENCES staff (id),
  -- The form's fields as typed, by name.
  typed       jsonb NOT NULL,
  saved_at    timestamptz NOT NULL,
  PRIMARY KEY (exam_id, section, staff_id),
  FOREIGN KEY (facility_id, exam_id) REFERENCES exam (facility_id, id)
);

CREATE TABLE conclusion (
  exam_id        uuid PRIMARY KEY,
  facility_id    uuid NOT NULL REFERENCES facility (id),
  outcome        text NOT NULL CHECK (outcome IN ('fit', 'unfit', 'fit-subject-to-review')),
  state          text NOT NULL CHECK (state IN ('preliminary', 'final', 'amended', 'entered-in-error')),
  reason         text,
  reexamine_on   date,
  -- What the rules said when the doctor signed, with the standard it was read from.
  assessment     jsonb NOT NULL,
  -- The person as they stood in the record when the doctor signed; a later change does not reach back.
  person         jsonb NOT NULL,
  -- SHA-256 over the canonical JSON of sections, assessment and outcome: what the signature binds.
  content_hash   text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  concluded_at   timestamptz NOT NULL,
  concluded_on   date NOT NULL,
  doctor_id      uuid NOT NULL REFERENCES staff (id),
  doctor_name    text NOT NULL,
  registration   text NOT NULL,
  CHECK (outcome = 'fit' OR reason IS NOT NULL),
  CHECK (outcome <> 'fit-subject-to-review' OR reexamine_on IS NOT NULL),
  FOREIGN KEY (facility_id, exam_id) REFERENCES exam (facility_id, id)
);

CREATE TABLE certificate (
  exam_id     uuid PRIMARY KEY REFERENCES conclusion (exam_id),
  facility_id uuid NOT NULL REFERENCES facility (id),
  number      text NOT NULL UNIQUE CHECK (number ~ '^[0-9]{5}/GKSKLX/[0-9A-Z]{5}/[0-9]{2}$'),
  verify_code text NOT NULL UNIQUE,
  issued_on   date NOT NULL,
  valid_until date NOT NULL,
  revoked_at  timestamptz,
  revoked_reason text
);

-- ───────────────────────────── records ─────────────────────────────

CREATE TABLE encounter (
  id           uuid PRIMARY KEY,
  facility_id  uuid NOT NULL REFERENCES facility (id),
  patient_id   uuid NOT NULL,
  exam_id      uuid NOT NULL UNIQUE,
  started_at   timestamptz NOT NULL,
  ended_at     timestamptz NOT NULL,
  kind         text NOT NULL CHECK (kind IN ('driver-exam')),
  content_hash text NOT NULL CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  FOREIGN KEY (facility_id, patient_id) REFERENCES patient (facility_id, id),
  FOREIGN KEY (facility_id, exam_id) REFERENCES exam (facility_id, id)
);
CREATE INDEX encounter_patient ON encounter (patient_id, started_at DESC);

-- ───────────────────────────── billing ─────────────────────────────

CREATE TABLE price (
  id             uuid PRIMARY KEY,
  facility_id    uuid NOT NULL REFERENCES facility (id),
  code           text NOT NULL,
  name           text NOT NULL,
  unit           text NOT NULL,
  amount         bigint NOT NULL CHECK (amount > 0),
  legal_source   text NOT NULL,
  effective_from date NOT NULL,
  effective_to   date,
  published      boolean NOT NULL,
  illustrative   boolean NOT NULL DEFAULT false,
  UNIQUE (facility_id, code, effective_from),
  CHECK (effective_to IS NULL OR effective_to >= effective_from)
);

CREATE TABLE invoice (
  id          uuid PRIMARY KEY,
  facility_id uuid NOT NULL REFERENCES facility (id),
  version     integer NOT NULL DEFAULT 1,
  number      text NOT NULL,
  exam_id     uuid NOT NULL,
  visit_id    uuid NOT NULL,
  patient_id  uuid NOT NULL,
  bill_code   text NOT NULL UNIQUE CHECK (bill_code ~ '^[A-Z0-9]{4,15}$'),
  state       text NOT NULL CHECK (state IN ('draft', 'issued', 'balanced', 'cancelled', 'entered-in-error')),
  total       bigint NOT NULL CHECK (total > 0),
  -- Đồng received; may exceed the total, never what a refund gave back.
  paid        bigint NOT NULL DEFAULT 0 CHECK (paid >= 0),
  issued_by   text NOT NULL,
  issued_by_name text NOT NULL,
  issued_at   timestamptz NOT NULL,
  balanced_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text,
  UNIQUE (facility_id, number),
  UNIQUE (facility_id, id),
  CHECK (state <> 'balanced' OR paid >= total),
  CHECK (state <> 'issued' OR paid < total),
  CHECK (state <> 'cancelled' OR cancel_reason IS NOT NULL),
  FOREIGN KEY (facility_id, exam_id) REFERENCES exam (facility_id, id),
  FOREIGN KEY (facility_id, visit_id) REFERENCES visit (facility_id, id),
  FOREIGN KEY (facility_id, patient_id) REFERENCES patient (facility_id, id)
);
CREATE INDEX invoice_exam ON invoice (exam_id);
CREATE INDEX invoice_open ON invoice (facility_id, issued_at) WHERE state = 'issued';
CREATE INDEX invoice_recent ON invoice (facility_id, issued_at DESC);

CREATE TABLE charge_item (
  invoice_id  uuid NOT NULL REFERENCES invoice (id),
  facility_id uuid NOT NULL REFERENCES facility (id),
  position    integer NOT NULL,
  code        text NOT NULL,
  name        text NOT NULL,
  unit        text NOT NULL,
  quantity    integer NOT NULL CHECK (quantity > 0),
  price       bigint NOT NULL CHECK (price > 0),
  amount      bigint NOT NULL CHECK (amount = price * quantity),
  PRIMARY KEY (invoice_id, position)
);

CREATE TABLE bank_transaction (
  id           uuid PRIMARY KEY,
  facility_id  uuid NOT NULL REFERENCES facility (id),
  provider     text NOT NULL CHECK (provider IN ('sepay', 'payos', 'casso')),
  provider_id  text NOT NULL,
  account      text NOT NULL,
  amount       bigint NOT NULL,
  content      text NOT NULL,
  reference    text,
  occurred_at  timestamptz,
  received_at  timestamptz NOT NULL,
  raw          text NOT NULL,
  match        text NOT NULL CHECK (match IN ('exact', 'partial', 'over', 'duplicate', 'late', 'unmatched', 'foreign-account', 'outgoing')),
  invoice_id   uuid REFERENCES invoice (id),
  -- Filled when a person matched it by hand.
  matched_by   text,
  match_reason text,
  matched_at   timestamptz,
  UNIQUE (provider, provider_id),
  UNIQUE (facility_id, id)
);
CREATE INDEX bank_transaction_queue ON bank_transaction (facility_id, received_at) WHERE match <> 'exact';
CREATE INDEX bank_transaction_invoice ON bank_transaction (invoice_id) WHERE invoice_id IS NOT NULL;

CREATE TABLE payment (
  id                  uuid PRIMARY KEY,
  facility_id         uuid NOT NULL REFERENCES facility (id),
  invoice_id          uuid NOT NULL,
  receipt_number      text NOT NULL,
  method              text NOT NULL CHECK (method IN ('cash', 'transfer')),
  amount              bigint NOT NULL CHECK (amount > 0),
  tendered            bigint CHECK (tendered >= amount),
  bank_transaction_id uuid UNIQUE,
  taken_by            text NOT NULL,
  taken_by_name       text NOT NULL,
  taken_at            timestamptz NOT NULL,
  UNIQUE (facility_id, id),
  UNIQUE (facility_id, receipt_number),
  CHECK ((method = 'cash') = (tendered IS NOT NULL)),
  CHECK ((method = 'transfer') = (bank_transaction_id IS NOT NULL)),
  FOREIGN KEY (facility_id, invoice_id) REFERENCES invoice (facility_id, id),
  FOREIGN KEY (facility_id, bank_transaction_id) REFERENCES bank_transaction (facility_id, id)
);
CREATE INDEX payment_invoice ON payment (invoice_id);
CREATE INDEX payment_day ON payment (facility_id, taken_at);

CREATE TABLE journal_entry (
  id                  uuid PRIMARY KEY,
  facility_id         uuid NOT NULL REFERENCES facility (id),
  kind                text NOT NULL CHECK (kind IN ('invoice-issued', 'invoice-cancelled', 'cash-received', 'bank-received', 'bank-matched')),
  at                  timestamptz NOT NULL,
  invoice_id          uuid REFERENCES invoice (id),
  payment_id          uuid UNIQUE REFERENCES payment (id),
  -- Exactly one entry books the money of a bank transaction.
  bank_transaction_id uuid UNIQUE REFERENCES bank_transaction (id),
  -- The receipt's entry that a later hand-made match re-books; once.
  rebooks_id          uuid UNIQUE REFERENCES journal_entry (id)
);
CREATE INDEX journal_entry_at ON journal_entry (facility_id, at);

CREATE TABLE journal_line (
  entry_id    uuid NOT NULL REFERENCES journal_entry (id),
  facility_id uuid NOT NULL REFERENCES facility (id),
  position    integer NOT NULL,
  account     text NOT NULL CHECK (account IN ('cash', 'bank', 'receivable', 'revenue', 'patient-credit', 'suspense')),
  debit       bigint NOT NULL DEFAULT 0 CHECK (debit >= 0),
  credit      bigint NOT NULL DEFAULT 0 CHECK (credit >= 0),
  PRIMARY KEY (entry_id, position),
  CHECK ((debit = 0) <> (credit = 0))
);

-- ───────────────────────────── renewals ─────────────────────────────

CREATE TABLE transmission (
  id             uuid PRIMARY KEY,
  facility_id    uuid NOT NULL REFERENCES facility (id),
  version        integer NOT NULL DEFAULT 1,
  exam_id        uuid NOT NULL,
  action         text NOT NULL CHECK (action IN ('ADD', 'EDIT')),
  certificate_number text NOT NULL,
  state          text NOT NULL CHECK (state IN ('queued', 'sending', 'retrying', 'accepted', 'rejected', 'unknown', 'needs-data', 'cancelled')),
  missing        text[] NOT NULL DEFAULT '{}',
  attempts       integer NOT NULL DEFAULT 0,
  last_answer    text,
  last_attempt_at timestamptz,
  resolved_by    text,
  resolve_reason text,
  due_at         timestamptz NOT NULL,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  FOREIGN KEY (facility_id, exam_id) REFERENCES exam (facility_id, id)
);
-- One ADD per certificate, whatever is retried.
CREATE UNIQUE INDEX transmission_add ON transmission (exam_id) WHERE action = 'ADD';
CREATE INDEX transmission_stuck ON transmission (facility_id, updated_at) WHERE state NOT IN ('accepted', 'cancelled');

CREATE TABLE renewal_case (
  id             uuid PRIMARY KEY,
  facility_id    uuid NOT NULL REFERENCES facility (id),
  version        integer NOT NULL DEFAULT 1,
  -- Exactly one case per exam, whatever is retried.
  exam_id        uuid NOT NULL UNIQUE,
  patient_id     uuid NOT NULL,
  licence_class  text NOT NULL,
  state          text NOT NULL CHECK (state IN ('draft', 'on-hold', 'ready', 'requested', 'accepted', 'in-progress', 'completed', 'rejected', 'cancelled')),
  missing        text[] NOT NULL DEFAULT '{}',
  hold_reason    text CHECK (hold_reason IN ('fit-subject-to-review', 'retest-needed', 'supplement', 'consent-withdrawn', 'conclusion-amended', 'manual')),
  dossier_code   text,
  -- What the licence desk added after the exam was frozen: {heldLicence?, delivery?}.
  supplied       jsonb NOT NULL DEFAULT '{}',
  attempts       integer NOT NULL DEFAULT 0,
  last_answer    text,
  authority_at   timestamptz,
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL,
  CHECK (state <> 'on-hold' OR hold_reason IS NOT NULL),
  CHECK (state <> 'draft' OR cardinality(missing) > 0),
  UNIQUE (facility_id, id),
  FOREIGN KEY (facility_id, exam_id) REFERENCES exam (facility_id, id),
  FOREIGN KEY (facility_id, patient_id) REFERENCES patient (facility_id, id)
);
CREATE INDEX renewal_case_open ON renewal_case (facility_id, updated_at) WHERE state NOT IN ('completed', 'rejected', 'cancelled');

-- Why an exam has no case, or the case it has: written in the conclusion's own commit.
CREATE TABLE renewal_decision (
  exam_id     uuid PRIMARY KEY,
  facility_id uuid NOT NULL REFERENCES facility (id),
  eligible    boolean NOT NULL,
  reason      text,
  case_id     uuid REFERENCES renewal_case (id),
  decided_at  timestamptz NOT NULL,
  CHECK (eligible = (case_id IS NOT NULL)),
  CHECK (eligible OR reason IS NOT NULL),
  FOREIGN KEY (facility_id, exam_id) REFERENCES exam (facility_id, id)
);

CREATE TABLE renewal_case_step (
  id          uuid PRIMARY KEY,
  facility_id uuid NOT NULL REFERENCES facility (id),
  case_id     uuid NOT NULL,
  state       text NOT NULL,
  at          timestamptz NOT NULL,
  by_name     text NOT NULL,
  reason      text,
  FOREIGN KEY (facility_id, case_id) REFERENCES renewal_case (facility_id, id)
);
CREATE INDEX renewal_case_step_case ON renewal_case_step (case_id, at);

-- A call-back is taken once, by the authority's own event id.
CREATE TABLE authority_event (
  event_id    text PRIMARY KEY,
  facility_id uuid NOT NULL REFERENCES facility (id),
  case_id     uuid NOT NULL,
  status      text NOT NULL,
  at          timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  applied     boolean NOT NULL,
  raw         text NOT NULL,
  FOREIGN KEY (facility_id, case_id) REFERENCES renewal_case (facility_id, id)
);

-- ───────────────────────────── what may never change ─────────────────────────────

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE ON audit_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_entry_append_only BEFORE UPDATE OR DELETE ON journal_entry
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_line_append_only BEFORE UPDATE OR DELETE ON journal_line
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER encounter_append_only BEFORE UPDATE OR DELETE ON encounter
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER charge_item_append_only BEFORE UPDATE OR DELETE ON charge_item
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_append_only BEFORE UPDATE OR DELETE ON payment
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER renewal_case_step_append_only BEFORE UPDATE OR DELETE ON renewal_case_step
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER renewal_decision_append_only BEFORE UPDATE OR DELETE ON renewal_decision
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER authority_event_append_only BEFORE UPDATE OR DELETE ON authority_event
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- A file is known by the hash of its bytes: other bytes are another file.
CREATE TRIGGER stored_file_unchanged BEFORE UPDATE ON stored_file
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TRIGGER audit_entry_no_truncate BEFORE TRUNCATE ON audit_entry EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_entry_no_truncate BEFORE TRUNCATE ON journal_entry EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_line_no_truncate BEFORE TRUNCATE ON journal_line EXECUTE FUNCTION refuse_change();
CREATE TRIGGER encounter_no_truncate BEFORE TRUNCATE ON encounter EXECUTE FUNCTION refuse_change();
CREATE TRIGGER charge_item_no_truncate BEFORE TRUNCATE ON charge_item EXECUTE FUNCTION refuse_change();
CREATE TRIGGER payment_no_truncate BEFORE TRUNCATE ON payment EXECUTE FUNCTION refuse_change();
CREATE TRIGGER invoice_no_truncate BEFORE TRUNCATE ON invoice EXECUTE FUNCTION refuse_change();
CREATE TRIGGER bank_transaction_no_truncate BEFORE TRUNCATE ON bank_transaction EXECUTE FUNCTION refuse_change();
CREATE TRIGGER exam_no_truncate BEFORE TRUNCATE ON exam EXECUTE FUNCTION refuse_change();
CREATE TRIGGER exam_section_no_truncate BEFORE TRUNCATE ON exam_section EXECUTE FUNCTION refuse_change();
CREATE TRIGGER conclusion_no_truncate BEFORE TRUNCATE ON conclusion EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certificate_no_truncate BEFORE TRUNCATE ON certificate EXECUTE FUNCTION refuse_change();
CREATE TRIGGER consent_no_truncate BEFORE TRUNCATE ON consent EXECUTE FUNCTION refuse_change();
CREATE TRIGGER renewal_decision_no_truncate BEFORE TRUNCATE ON renewal_decision EXECUTE FUNCTION refuse_change();
CREATE TRIGGER renewal_case_step_no_truncate BEFORE TRUNCATE ON renewal_case_step EXECUTE FUNCTION refuse_change();
CREATE TRIGGER authority_event_no_truncate BEFORE TRUNCATE ON authority_event EXECUTE FUNCTION refuse_change();

-- A bill that was issued is moved on by money or by its cancellation; what it charges stays.
CREATE FUNCTION refuse_bill_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state IN ('draft', 'issued', 'balanced')
     AND (OLD.state = 'draft'
       OR (NEW.id, NEW.facility_id, NEW.number, NEW.exam_id, NEW.visit_id, NEW.patient_id,
           NEW.bill_code, NEW.total, NEW.issued_by, NEW.issued_by_name, NEW.issued_at)
         IS NOT DISTINCT FROM
          (OLD.id, OLD.facility_id, OLD.number, OLD.exam_id, OLD.visit_id, OLD.patient_id,
           OLD.bill_code, OLD.total, OLD.issued_by, OLD.issued_by_name, OLD.issued_at)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an issued bill is frozen' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER invoice_frozen BEFORE UPDATE OR DELETE ON invoice
  FOR EACH ROW EXECUTE FUNCTION refuse_bill_change();

-- What the bank said stays as it came; a person may name its bill, once.
CREATE FUNCTION refuse_bank_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.matched_at IS NULL
     AND (NEW.id, NEW.facility_id, NEW.provider, NEW.provider_id, NEW.account, NEW.amount,
          NEW.content, NEW.reference, NEW.occurred_at, NEW.received_at, NEW.raw)
       IS NOT DISTINCT FROM
         (OLD.id, OLD.facility_id, OLD.provider, OLD.provider_id, OLD.account, OLD.amount,
          OLD.content, OLD.reference, OLD.occurred_at, OLD.received_at, OLD.raw) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a bank transaction is frozen' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER bank_transaction_frozen BEFORE UPDATE OR DELETE ON bank_transaction
  FOR EACH ROW EXECUTE FUNCTION refuse_bank_change();

-- What was agreed to stays as it was agreed; it can be withdrawn, once.
CREATE FUNCTION refuse_consent_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL
     AND (NEW.id, NEW.facility_id, NEW.patient_id, NEW.exam_id, NEW.scope, NEW.wording, NEW.given,
          NEW.recorded_at)
       IS NOT DISTINCT FROM
         (OLD.id, OLD.facility_id, OLD.patient_id, OLD.exam_id, OLD.scope, OLD.wording, OLD.given,
          OLD.recorded_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a consent is frozen' USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER consent_frozen BEFORE UPDATE OR DELETE ON consent
  FOR EACH ROW EXECUTE FUNCTION refuse_consent_change();

-- Signed means frozen: once the exam has a final conclusion, its sections, its own content and the
-- conclusion itself refuse every write, through whichever door it comes.
CREATE FUNCTION refuse_after_conclusion() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_exam uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.exam_id ELSE NEW.exam_id END;
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.exam_id <> OLD.exam_id THEN
    RAISE EXCEPTION 'a section stays with its exam' USING ERRCODE = 'restrict_violation';
  END IF;
  -- The row lock makes a section and a conclusion that arrive together take turns.
  PERFORM 1 FROM exam WHERE id = of_exam FOR SHARE;
  IF EXISTS (SELECT 1 FROM conclusion WHERE exam_id = of_exam AND state IN ('final', 'amended')) THEN
    RAISE EXCEPTION 'exam is concluded' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'exam_concluded';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER exam_section_frozen BEFORE INSERT OR UPDATE OR DELETE ON exam_section
  FOR EACH ROW EXECUTE FUNCTION refuse_after_conclusion();

CREATE FUNCTION refuse_conclusion_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state = 'preliminary' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a signed conclusion is frozen' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'exam_concluded';
END $$;

CREATE TRIGGER conclusion_frozen BEFORE UPDATE OR DELETE ON conclusion
  FOR EACH ROW EXECUTE FUNCTION refuse_conclusion_change();

CREATE FUNCTION refuse_certificate_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND (NEW.exam_id, NEW.facility_id, NEW.number, NEW.verify_code, NEW.issued_on, NEW.valid_until)
       IS NOT DISTINCT FROM
         (OLD.exam_id, OLD.facility_id, OLD.number, OLD.verify_code, OLD.issued_on, OLD.valid_until)
     AND OLD.revoked_at IS NULL THEN
    RETURN NEW; -- only a revocation, once
  END IF;
  RAISE EXCEPTION 'a certificate is frozen' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'exam_concluded';
END $$;

CREATE TRIGGER certificate_frozen BEFORE UPDATE OR DELETE ON certificate
  FOR EACH ROW EXECUTE FUNCTION refuse_certificate_change();

CREATE FUNCTION refuse_concluded_exam_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM conclusion WHERE exam_id = OLD.id AND state IN ('final', 'amended')) THEN
    RAISE EXCEPTION 'exam is concluded' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'exam_concluded';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;

-- The conclusion's own commit moves the exam to finished first and inserts the conclusion after.
CREATE TRIGGER exam_frozen BEFORE UPDATE OR DELETE ON exam
  FOR EACH ROW EXECUTE FUNCTION refuse_concluded_exam_change();

-- Every journal entry balances by the time it is committed, and none is empty.
CREATE FUNCTION check_entry_balances() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_entry uuid;
BEGIN
  IF TG_TABLE_NAME = 'journal_entry' THEN of_entry := NEW.id; ELSE of_entry := NEW.entry_id; END IF;
  IF (SELECT count(*) < 2 OR sum(debit) <> sum(credit) FROM journal_line WHERE entry_id = of_entry) THEN
    RAISE EXCEPTION 'journal entry % does not balance', of_entry USING ERRCODE = 'check_violation';
  END IF;
  IF (SELECT xmin <> pg_current_xact_id()::xid FROM journal_entry WHERE id = of_entry) THEN
    RAISE EXCEPTION 'journal entry % was closed', of_entry USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER journal_entry_balances AFTER INSERT ON journal_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_balances();
CREATE CONSTRAINT TRIGGER journal_line_balances AFTER INSERT ON journal_line
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_entry_balances();

-- The lines of a bill add up to it, by the time they are committed and for good.
CREATE FUNCTION check_bill_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT sum(c.amount) FROM charge_item c WHERE c.invoice_id = NEW.invoice_id)
     IS DISTINCT FROM (SELECT total::numeric FROM invoice WHERE id = NEW.invoice_id) THEN
    RAISE EXCEPTION 'bill % does not add up', NEW.invoice_id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER charge_item_adds_up AFTER INSERT ON charge_item
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_bill_adds_up();
