import type { EventHandler } from '../platform/publish.ts'
import { setMemberVisit } from './group-repository.ts'

/** Whoever opens an exam of somebody whom a group has announced counts them as come. */
export const comeWithGroup: EventHandler<'exam.opened'> = async (tx, event) => {
  const groupId = await setMemberVisit(tx, event)
  if (groupId) tx.touched.add(`group:${groupId}`)
}
