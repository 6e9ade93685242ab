import sql from 'sql-template-tag'
import type { Tx } from './database.ts'
import type { KeptAnswer } from './once.ts'
import { auditInsertion } from './publish.ts'

/** The last statement of a transaction: its audit rows and the answer to give again, in one. */
export async function keepClosing(tx: Tx, answer: KeptAnswer | undefined): Promise<void> {
  if (answer === undefined) {
    if (tx.audit.length > 0) await tx.query(auditInsertion(tx.audit))
    return
  }
  await tx.query(sql`
    WITH audited AS (${auditInsertion(tx.audit)})
    INSERT INTO idempotent_answer (scope, key, request_hash, status, headers, body, created_at)
    VALUES (${answer.scope}, ${answer.key}, ${answer.request_hash}, ${answer.status},
            ${JSON.stringify(answer.headers)}::jsonb, ${answer.body}, ${tx.now})`)
}
