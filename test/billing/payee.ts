import type { TestApp } from '../support/app.ts'

/** A facility with an account of its own, as two people give it one; its former account is nobody's. */
export async function givePayee(
  app: TestApp,
  code: string,
  payee: { bin: string; account: string; name: string },
): Promise<void> {
  const client = await app.deps.database.pool.connect()
  const { bin, account, name } = payee
  try {
    await client.query('BEGIN')
    const {
      rows: [made],
    } = await client.query(
      `INSERT INTO payee_change (id, facility_id, bank_bin, bank_account, bank_account_name,
         former_bin, former_account, former_account_name, reason, state, requested_by,
         requested_by_name, requested_at)
       SELECT $1, f.id, $2, $3, $4, '970400', '0', 'NOBODY', 'a test', 'requested',
              (SELECT min(id::text)::uuid FROM staff), 'one', now()
       FROM facility f WHERE f.code = $5 RETURNING id, facility_id`,
      [app.deps.clock.id(), bin, account, name, code],
    )
    await client.query(
      `UPDATE payee_change SET state = 'approved', decided_at = now(), decided_by_name = 'another',
         decided_by = (SELECT max(id::text)::uuid FROM staff) WHERE id = $1`,
      [made.id],
    )
    await client.query(
      `UPDATE facility SET bank_bin = $2, bank_account = $3, bank_account_name = $4 WHERE id = $1`,
      [made.facility_id, bin, account, name],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  } finally {
    client.release()
  }
}
