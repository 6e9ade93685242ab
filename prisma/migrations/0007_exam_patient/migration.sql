-- An exam opened under the wrong person moves to the right one while nothing of it is signed. What
-- hangs on it follows in the same commit: visit, consents, bills. Afterwards nothing moves any more.

CREATE FUNCTION has_signature(of_exam uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT 1 FROM exam_section WHERE exam_id = of_exam AND state = 'signed')
      OR EXISTS (SELECT 1 FROM conclusion WHERE exam_id = of_exam)
$$;

CREATE FUNCTION refuse_patient_of_signed_exam() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF has_signature(OLD.id) THEN
    RAISE EXCEPTION 'a signed exam stays with its patient'
      USING ERRCODE = 'restrict_violation', CONSTRAINT = 'exam_patient_signed';
  END IF;
  RETURN NEW;
END $$;

-- Its row is locked by whoever signs, so a signature and a correction that arrive together take turns.
CREATE TRIGGER exam_patient_fixed BEFORE UPDATE OF patient_id ON exam
  FOR EACH ROW WHEN (NEW.patient_id IS DISTINCT FROM OLD.patient_id)
  EXECUTE FUNCTION refuse_patient_of_signed_exam();

-- A new bill is of the person of its exam: what was read before a correction and written after it is
-- tried again (the transaction is retried on 40001).
CREATE FUNCTION require_patient_of_exam() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  of_exam uuid;
BEGIN
  SELECT patient_id INTO of_exam FROM exam WHERE id = NEW.exam_id FOR SHARE;
  IF of_exam IS DISTINCT FROM NEW.patient_id THEN
    RAISE EXCEPTION 'the exam is another person''s by now' USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER invoice_of_exam_patient BEFORE INSERT ON invoice
  FOR EACH ROW EXECUTE FUNCTION require_patient_of_exam();

-- A bill follows its exam's person and nothing else of it changes; also after its money came in.
CREATE OR REPLACE FUNCTION refuse_bill_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.state IN ('draft', 'issued', 'balanced')
     AND (OLD.state = 'draft'
       OR ((NEW.id, NEW.facility_id, NEW.number, NEW.exam_id, NEW.visit_id,
           NEW.bill_code, NEW.total, NEW.issued_by, NEW.issued_by_name, NEW.issued_at)
         IS NOT DISTINCT FROM
          (OLD.id, OLD.facility_id, OLD.number, OLD.exam_id, OLD.visit_id,
           OLD.bill_code, OLD.total, OLD.issued_by, OLD.issued_by_name, OLD.issued_at)
         AND (NEW.patient_id = OLD.patient_id
           OR (NEW.patient_id = (SELECT patient_id FROM exam WHERE id = NEW.exam_id)
             AND NOT has_signature(NEW.exam_id))))) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'an issued bill is frozen' USING ERRCODE = 'restrict_violation';
END $$;

-- What was agreed to was agreed to by who stood there: it follows the exam to their own record.
CREATE OR REPLACE FUNCTION refuse_consent_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
     AND (NEW.id, NEW.facility_id, NEW.exam_id, NEW.scope, NEW.wording, NEW.given, NEW.recorded_at)
       IS NOT DISTINCT FROM
         (OLD.id, OLD.facility_id, OLD.exam_id, OLD.scope, OLD.wording, OLD.given, OLD.recorded_at)
     AND ((NEW.patient_id = OLD.patient_id AND OLD.withdrawn_at IS NULL)
       OR (NEW.withdrawn_at IS NOT DISTINCT FROM OLD.withdrawn_at
         AND NEW.patient_id = (SELECT patient_id FROM exam WHERE id = NEW.exam_id)
         AND NOT has_signature(NEW.exam_id))) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a consent is frozen' USING ERRCODE = 'restrict_violation';
END $$;
