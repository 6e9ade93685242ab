import { notFound } from '../core/errors.ts'
import { type Database, type Sql, sql, type Tx } from '../platform/database.ts'
import { bankName } from './banks.ts'
import type { Payee } from './invoice.ts'
import type { PayeeChange, PayeeChangeState } from './payee-change.ts'
import { payeeWords } from './payee-words.ts'

type Reader = Pick<Database, 'query'>

/** The account of the installation, for a facility that has none of its own. */
export type OwnAccount = { BANK_BIN: string; BANK_ACCOUNT: string; BANK_ACCOUNT_NAME: string }

export type PayeeRow = {
  bankBin: string | null
  bankAccount: string | null
  bankName: string | null
}

/** A facility's own account, or the installation's (BANK_BIN, BANK_ACCOUNT, BANK_ACCOUNT_NAME). */
export function payeeOf(row: PayeeRow, env: OwnAccount): Payee {
  return accountOf(
    row.bankBin ?? env.BANK_BIN,
    row.bankAccount ?? env.BANK_ACCOUNT,
    row.bankName ?? env.BANK_ACCOUNT_NAME,
  )
}

function accountOf(bin: string, account: string, name: string): Payee {
  return { bin, bankName: bankName(bin) ?? bin, account, name }
}

export async function loadPayee(
  db: Reader,
  facilityId: string,
  env: OwnAccount,
): Promise<{ payee: Payee; configured: boolean }> {
  const [row] = await db.query<PayeeRow>(sql`
    SELECT bank_bin AS "bankBin", bank_account AS "bankAccount", bank_account_name AS "bankName"
    FROM facility WHERE id = ${facilityId}`)
  if (!row) throw new Error('an actor without its facility')
  return { payee: payeeOf(row, env), configured: row.bankAccount === null }
}

type Row = {
  id: string
  state: PayeeChangeState
  bin: string
  account: string
  name: string
  formerBin: string
  formerAccount: string
  formerName: string
  reason: string
  requestedBy: string
  requestedByName: string
  requestedAt: Date
  decidedBy: string | null
  decidedByName: string | null
  decidedAt: Date | null
  decisionReason: string | null
}

const columns = sql`
  id, state, bank_bin AS bin, bank_account AS account, bank_account_name AS name,
  former_bin AS "formerBin", former_account AS "formerAccount", former_account_name AS "formerName",
  reason, requested_by AS "requestedBy", requested_by_name AS "requestedByName",
  requested_at AS "requestedAt", decided_by AS "decidedBy", decided_by_name AS "decidedByName",
  decided_at AS "decidedAt", decision_reason AS "decisionReason"`

function changeOf(row: Row): PayeeChange {
  const { id, state, reason, requestedAt } = row
  return {
    ...{ id, state, reason, requestedAt },
    to: accountOf(row.bin, row.account, row.name),
    from: accountOf(row.formerBin, row.formerAccount, row.formerName),
    requestedBy: { id: row.requestedBy, name: row.requestedByName },
    ...(row.decidedBy && { decidedBy: { id: row.decidedBy, name: row.decidedByName ?? '' } }),
    ...(row.decidedAt && { decidedAt: row.decidedAt }),
    ...(row.decisionReason && { decisionReason: row.decisionReason }),
  }
}

/** The youngest first; the one that waits, if any, is the first. */
export async function listPayeeChanges(db: Reader, facilityId: string): Promise<PayeeChange[]> {
  return (await select(db, sql`facility_id = ${facilityId}`)).map(changeOf)
}

/** What the homes say about the payee: what waits, and what was changed since that instant. */
export async function listPayeeNews(
  db: Reader,
  facilityId: string,
  since: Date,
): Promise<PayeeChange[]> {
  const rows = await select(
    db,
    sql`facility_id = ${facilityId}
      AND (state = 'requested' OR (state = 'approved' AND decided_at >= ${since}))`,
  )
  return rows.map(changeOf)
}

function select(db: Reader, which: Sql): Promise<Row[]> {
  return db.query<Row>(sql`
    SELECT ${columns} FROM payee_change WHERE ${which}
    ORDER BY state <> 'requested', requested_at DESC LIMIT 50`)
}

/** Another facility's request is not there. */
export async function requirePayeeChange(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<void> {
  const found = await select(db, sql`facility_id = ${facilityId} AND id = ${id}`)
  if (found.length === 0) throw notFound(payeeWords.aChange)
}

/** Locked until the transaction ends: two who decide at once take turns. */
export async function lockPayeeChange(tx: Tx, id: string): Promise<PayeeChange> {
  const [row] = await tx.query<Row>(sql`
    SELECT ${columns} FROM payee_change
    WHERE id = ${id} AND facility_id = ${tx.facilityId} FOR UPDATE`)
  if (!row) throw notFound(payeeWords.aChange)
  return changeOf(row)
}

export type NewPayeeChange = {
  id: string
  to: Omit<Payee, 'bankName'>
  from: Payee
  reason: string
}

/** False when another request waits already. */
export async function insertPayeeChange(tx: Tx, change: NewPayeeChange): Promise<boolean> {
  const { id, to, from, reason } = change
  const rows = await tx.query(sql`
    INSERT INTO payee_change (id, facility_id, bank_bin, bank_account, bank_account_name, former_bin,
                              former_account, former_account_name, reason, state, requested_by,
                              requested_by_name, requested_at)
    VALUES (${id}, ${tx.facilityId}, ${to.bin}, ${to.account}, ${to.name}, ${from.bin},
            ${from.account}, ${from.name}, ${reason}, 'requested', ${tx.actor.id}, ${tx.actor.name},
            ${tx.now})
    ON CONFLICT (facility_id) WHERE state = 'requested' DO NOTHING RETURNING id`)
  return rows.length === 1
}

export async function saveDecision(
  tx: Tx,
  decided: { id: string; state: PayeeChangeState; reason?: string | undefined },
): Promise<void> {
  await tx.query(sql`
    UPDATE payee_change SET state = ${decided.state}, decided_by = ${tx.actor.id},
           decided_by_name = ${tx.actor.name}, decided_at = ${tx.now},
           decision_reason = ${decided.reason ?? null}
    WHERE id = ${decided.id} AND facility_id = ${tx.facilityId}`)
}

/** Only behind an approved request of this transaction: the database refuses any other. */
export async function savePayee(tx: Tx, { bin, account, name }: Payee): Promise<void> {
  await tx.query(sql`
    UPDATE facility SET bank_bin = ${bin}, bank_account = ${account}, bank_account_name = ${name}
    WHERE id = ${tx.facilityId}`)
}

/** When one of them last made the other's account or gave it a password. */
export async function lastMadeBy(
  db: Reader,
  facilityId: string,
  who: { maker: string; made: string },
): Promise<Date | undefined> {
  const [row] = await db.query<{ at: Date | null }>(sql`
    SELECT max(at) AS at FROM audit_entry
    WHERE facility_id = ${facilityId} AND subject_type = 'staff' AND subject_id = ${who.made}
      AND actor_id = ${who.maker} AND action IN ('staff.created', 'staff.password-reset')`)
  return row?.at ?? undefined
}

/** Whether anyone but this person could approve. */
export async function hasOtherApprover(
  db: Reader,
  facilityId: string,
  than: string,
): Promise<boolean> {
  const rows = await db.query(sql`
    SELECT 1 FROM staff WHERE facility_id = ${facilityId} AND disabled_at IS NULL
      AND id::text <> ${than} AND roles && ARRAY['admin', 'director'] LIMIT 1`)
  return rows.length > 0
}
