import { sql, type Tx } from '../platform/database.ts'
import type { Env } from '../platform/env.ts'

/** Empties the demonstration; the database itself refuses it of any other installation. */
export async function emptyDemonstration(tx: Tx): Promise<void> {
  await tx.query(sql`SELECT reset_demonstration()`)
}

/** The house as the configuration describes it. */
export async function restoreFacility(tx: Tx, env: Env): Promise<void> {
  await tx.query(sql`
    UPDATE facility SET name = ${env.FACILITY_NAME}, superior_body = ${env.FACILITY_SUPERIOR},
           address = ${env.FACILITY_ADDRESS}, tax_code = ${env.FACILITY_TAX_CODE ?? null},
           phone = ${env.FACILITY_PHONE ?? null}
    WHERE code = ${env.FACILITY_CODE}`)
}
