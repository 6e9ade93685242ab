import { notFound } from '../core/errors.ts'
import { groupWords } from '../frontdesk/group-words.ts'
import { type Database, sql } from '../platform/database.ts'
import type { GroupBill } from './group-bill.ts'

type Reader = Pick<Database, 'query'>

/** The bills that stand of a group's people, by name. */
export async function findGroupBills(
  db: Reader,
  facilityId: string,
  groupId: string,
): Promise<GroupBill[]> {
  return db.query<GroupBill>(sql`
    SELECT p.name, p.birth_date AS "birthDate", e.licence_class AS "licenceClass",
      i.id AS "billId", i.number, i.bill_code AS "billCode", i.total, i.paid
    FROM group_member m
    JOIN patient p ON p.id = m.patient_id
    JOIN exam e ON e.visit_id = m.visit_id
    JOIN invoice i ON i.exam_id = e.id AND i.state IN ('issued', 'balanced')
    WHERE m.facility_id = ${facilityId} AND m.group_id = ${groupId}
    ORDER BY p.folded_name, p.birth_date, i.number`)
}

export type GroupPaperHead = {
  group: string
  contact: string | null
  facility: { name: string; address: string; taxCode: string | null; phone: string | null }
}

export async function loadGroupPaperHead(
  db: Reader,
  facilityId: string,
  groupId: string,
): Promise<GroupPaperHead> {
  const [row] = await db.query<GroupPaperHead>(sql`
    SELECT g.name AS "group", concat_ws(' · ', g.contact_name, g.contact_phone) AS contact,
      jsonb_build_object('name', f.name, 'address', f.address, 'taxCode', f.tax_code,
        'phone', f.phone) AS facility
    FROM visitor_group g JOIN facility f ON f.id = g.facility_id
    WHERE g.facility_id = ${facilityId} AND g.id = ${groupId}`)
  if (!row) throw notFound(groupWords.aGroup)
  return row
}
