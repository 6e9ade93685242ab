import type { EventOf } from '../core/event.ts'
import type { Tx } from '../platform/database.ts'
import { insertEncounter } from './repository.ts'

/** The record's entry comes to be in the conclusion's own commit. */
export async function recordEncounter(tx: Tx, event: EventOf<'exam.concluded'>): Promise<void> {
  await insertEncounter(tx, event.examId)
}
