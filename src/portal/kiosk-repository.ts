import { type Database, sql, type Tx } from '../platform/database.ts'
import type { KioskDraft, KioskStep, KioskTyped } from './kiosk.ts'

type Reader = Pick<Database, 'query'>

const columns = sql`id, typed, visit_id AS "visitId", link_secret AS "linkSecret"`

/** What this kiosk's present person has said; nothing of one who left. */
export async function findDraft(
  db: Reader,
  deviceId: string,
  notBefore: Date,
): Promise<KioskDraft | undefined> {
  const [row] = await db.query<KioskDraft>(sql`
    SELECT ${columns} FROM kiosk_draft WHERE device_id = ${deviceId} AND touched_at > ${notBefore}`)
  return row
}

export async function lockDraft(
  tx: Tx,
  draftId: string,
  notBefore: Date,
): Promise<KioskDraft | undefined> {
  const [row] = await tx.query<KioskDraft>(sql`
    SELECT ${columns} FROM kiosk_draft
    WHERE device_id = ${tx.actor.id} AND facility_id = ${tx.facilityId} AND id = ${draftId}
      AND touched_at > ${notBefore} FOR UPDATE`)
  return row
}

/** A new person: whatever stood there is gone. */
export async function insertDraft(tx: Tx, draftId: string): Promise<void> {
  await tx.query(sql`
    INSERT INTO kiosk_draft (device_id, facility_id, id, typed, touched_at)
    VALUES (${tx.actor.id}, ${tx.facilityId}, ${draftId}, '{}', ${tx.now})
    ON CONFLICT (device_id) DO UPDATE SET id = excluded.id, typed = '{}', visit_id = NULL,
      link_secret = NULL, touched_at = excluded.touched_at`)
}

export async function saveTyped(tx: Tx, step: KioskStep, typed: KioskTyped): Promise<void> {
  await tx.query(sql`
    UPDATE kiosk_draft
    SET typed = typed || ${JSON.stringify({ [step]: typed })}::jsonb, touched_at = ${tx.now}
    WHERE device_id = ${tx.actor.id} AND facility_id = ${tx.facilityId}`)
}

/** False when there is no person any more. */
export async function touchDraft(tx: Tx, notBefore: Date): Promise<boolean> {
  const rows = await tx.query(sql`
    UPDATE kiosk_draft SET touched_at = ${tx.now}
    WHERE device_id = ${tx.actor.id} AND facility_id = ${tx.facilityId}
      AND touched_at > ${notBefore} RETURNING id`)
  return rows.length === 1
}

/** What was typed is not needed any more; the last page needs the visit and its link. */
export async function saveRegistered(
  tx: Tx,
  registered: { visitId: string; linkSecret: string },
): Promise<void> {
  await tx.query(sql`
    UPDATE kiosk_draft SET typed = '{}', visit_id = ${registered.visitId},
      link_secret = ${registered.linkSecret}, touched_at = ${tx.now}
    WHERE device_id = ${tx.actor.id} AND facility_id = ${tx.facilityId}`)
}

export async function deleteDraft(tx: Tx): Promise<void> {
  await tx.query(sql`
    DELETE FROM kiosk_draft
    WHERE device_id = ${tx.actor.id} AND facility_id = ${tx.facilityId}`)
}

/** Of every kiosk that went dark with a person in front of it. */
export async function deleteDraftsBefore(tx: Tx, before: Date): Promise<void> {
  await tx.query(sql`DELETE FROM kiosk_draft WHERE touched_at < ${before}`)
}
