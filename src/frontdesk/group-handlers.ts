import type { EventHandler } from '../platform/publish.ts'
import { releaseMemberVisit, setMemberVisit } from './group-repository.ts'

/** Whoever opens an exam of somebody whom a group has announced counts them as come. */
export const comeWithGroup: EventHandler<'exam.opened'> = async (tx, event) => {
  const groupId = await setMemberVisit(tx, event)
  if (groupId) tx.touched.add(`group:${groupId}`)
}

/** Moved to the right person, the visit counts for them: for whoever it was taken from it never was. */
export const correctGroup: EventHandler<'exam.patient-corrected'> = async (tx, event) => {
  const groups = [await releaseMemberVisit(tx, event.visitId), await setMemberVisit(tx, event)]
  for (const id of groups) if (id) tx.touched.add(`group:${id}`)
}
