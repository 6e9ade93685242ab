import { sql } from '../../src/platform/database.ts'
import type { TestApp } from '../support/app.ts'

/** A year of fifty visits a day, straight in the tables: what is measured is the reading. */
export async function fillYear({ deps: { database } }: TestApp, perDay = 50): Promise<void> {
  const client = await database.pool.connect()
  try {
    // They look at every row singly, and these rows are as the commands write them.
    for (const table of guarded) await client.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`)
    for (const statement of statements) {
      await client.query(statement, statement.includes('$1') ? [perDay] : [])
    }
  } finally {
    client.release()
  }
  await database.query(sql`ANALYZE`)
}

const guarded = [
  'exam',
  'exam_section',
  'conclusion',
  'invoice',
  'payment',
  'journal_entry',
  'journal_line',
  'renewal_case_step',
]

const statements = [
  `CREATE TEMP TABLE made AS
   SELECT f.id AS facility, gen_random_uuid() AS patient, gen_random_uuid() AS visit,
     gen_random_uuid() AS exam, gen_random_uuid() AS invoice, gen_random_uuid() AS payment,
     gen_random_uuid() AS renewal, row_number() OVER () AS place,
     timestamptz '2026-11-24 07:30:00+07' - make_interval(days => d) + make_interval(mins => n * 9)
       AS at, d, n
   FROM (SELECT id FROM facility ORDER BY code LIMIT 1) f,
     generate_series(0, 364) d, generate_series(0, $1::int - 1) n`,
  `INSERT INTO patient (id, facility_id, name, birth_date, sex, folded_name, search_text,
     created_at, updated_at)
   SELECT patient, facility, 'NGUYỄN VĂN AN', '1985-03-02', 'male', 'nguyen van an', ' nguyen van an',
     at, at FROM made`,
  `INSERT INTO visit (id, facility_id, patient_id, state, started_at, ended_at)
   SELECT visit, facility, patient, 'finished', at, at + make_interval(mins => 30 + place::int % 60)
   FROM made`,
  `INSERT INTO exam (id, facility_id, patient_id, visit_id, licence_class, standards_group,
     standard_id, purpose, delivery, state, created_at, updated_at)
   SELECT exam, facility, patient, visit, (ARRAY['B','A1','C1','B','A','C','D2'])[1 + place % 7], 2,
     'tt-36-2024-byt', 'renewal', '{"method":"collect"}', 'finished', at, at FROM made`,
  `INSERT INTO exam_section (exam_id, facility_id, section, state, findings, recorded_by, by_name,
     recorded_at)
   SELECT exam, facility, s, 'signed', '{}', 'x', 'x', at + make_interval(mins => 12)
   FROM made, unnest(ARRAY['declaration', 'psychiatry', 'neurology', 'eyes', 'ent',
     'cardiovascular', 'respiratory', 'musculoskeletal', 'endocrine', 'substances']) s`,
  `INSERT INTO conclusion (exam_id, facility_id, outcome, state, reason, assessment, content_hash,
     concluded_at, concluded_on, doctor_id, doctor_name, registration, person)
   SELECT exam, facility, CASE WHEN place % 9 = 4 THEN 'unfit' ELSE 'fit' END, 'final',
     CASE WHEN place % 9 = 4 THEN 'x' END,
     jsonb_build_object('filler', repeat(md5(place::text), 20), 'disqualifications',
       CASE WHEN place % 9 = 4 THEN '[{"rule":"eyes.colour","section":"eyes"}]' ELSE '[]' END::jsonb),
     repeat('0', 64), at + interval '40 minutes', (at AT TIME ZONE 'Asia/Ho_Chi_Minh')::date,
     (SELECT id FROM staff LIMIT 1), 'x', 'x', jsonb_build_object('name', repeat(md5(place::text), 8))
   FROM made`,
  `INSERT INTO invoice (id, facility_id, number, exam_id, visit_id, patient_id, bill_code, state,
     total, paid, issued_by, issued_by_name, issued_at, balanced_at)
   SELECT invoice, facility, 'HD' || place, exam, visit, patient, 'KSK' || place, 'balanced',
     250000, 250000, 'x', 'x', at, at FROM made`,
  `INSERT INTO payment (id, facility_id, invoice_id, receipt_number, method, amount, tendered,
     taken_by, taken_by_name, taken_at)
   SELECT payment, facility, invoice, 'PT' || place, 'cash', 250000, 250000, 'x', 'x', at FROM made`,
  `CREATE TEMP TABLE entries AS
   SELECT gen_random_uuid() AS id, k AS kind, made.* FROM made,
     unnest(ARRAY['invoice-issued', 'cash-received']) k`,
  `INSERT INTO journal_entry (id, facility_id, kind, at, invoice_id, payment_id)
   SELECT id, facility, kind, at, invoice, CASE kind WHEN 'cash-received' THEN payment END
   FROM entries`,
  `INSERT INTO journal_line (entry_id, facility_id, position, account, debit, credit)
   SELECT id, facility, 0, CASE kind WHEN 'cash-received' THEN 'cash' ELSE 'receivable' END,
     250000, 0 FROM entries
   UNION ALL
   SELECT id, facility, 1, CASE kind WHEN 'cash-received' THEN 'receivable' ELSE 'revenue' END,
     0, 250000 FROM entries`,
  `INSERT INTO transmission (id, facility_id, exam_id, action, certificate_number, state, due_at,
     created_at, updated_at)
   SELECT gen_random_uuid(), facility, exam, 'ADD', 'x', 'accepted', at + interval '1 day', at,
     at + interval '1 minute' FROM made`,
  `INSERT INTO renewal_case (id, facility_id, exam_id, patient_id, licence_class, state,
     dossier_code, attempts, created_at, updated_at)
   SELECT renewal, facility, exam, patient, 'B', CASE WHEN d > 6 THEN 'completed' ELSE 'accepted' END,
     'H' || place, 1, at, at FROM made WHERE place % 9 <> 4`,
  `INSERT INTO renewal_case_step (id, facility_id, case_id, state, at, by_name)
   SELECT gen_random_uuid(), facility, renewal, s.state, at + s.after, 'x'
   FROM made, (VALUES ('ready', interval '0'), ('requested', interval '1 minute'),
     ('accepted', interval '1 day'), ('completed', interval '6 days')) s (state, after)
   WHERE place % 9 <> 4`,
]
