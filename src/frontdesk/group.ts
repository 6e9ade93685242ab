import { z } from 'zod'
import { conflict } from '../core/errors.ts'
import {
  type LicenceClass,
  type LicencePurpose,
  licenceClasses,
  purposes,
} from '../core/licence.ts'
import { phonePattern, tidyPhone } from '../patients/contact.ts'
import { own } from '../patients/faults.ts'
import { groupWords } from './group-words.ts'

/** A company that sends its drivers; its class and purpose hold where its list names none. */
export type Group = {
  id: string
  version: number
  name: string
  contactName?: string
  contactPhone?: string
  licenceClass: LicenceClass
  purpose: LicencePurpose
  createdAt: Date
  createdBy: string
  closedAt?: Date
}

/** One of a group, as its page shows them: whether they came, and how far they are. */
export type GroupMember = {
  patientId: string
  name: string
  birthDate: string
  licenceClass: LicenceClass
  purpose: LicencePurpose
  visitId: string | null
  visitState: string | null
  examId: string | null
  cameAt: Date | null
  doneAt: Date | null
  /** The next appointment that is still to be kept. */
  expectedAt: Date | null
  bill: { id: string; number: string; state: string; total: number; paid: number } | null
}

/** A group in the list of groups. */
export type GroupRow = Pick<Group, 'id' | 'name' | 'createdAt' | 'closedAt'> & {
  members: number
  came: number
  done: number
}

const line = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((text) => !/\p{Cc}/u.test(text), own('control-character'))
    .transform((text) => text.normalize('NFC'))

const phone = z
  .string()
  .max(20)
  .transform(tidyPhone)
  .refine((text) => phonePattern.test(text), own('phone'))

export const groupSchema = z.strictObject({
  name: line(120).pipe(z.string().min(2)),
  contactName: line(100).optional(),
  contactPhone: phone.optional(),
  licenceClass: z.enum(licenceClasses),
  purpose: z.enum(purposes),
})
export type GroupInput = z.output<typeof groupSchema>

/** Into a closed group nobody is registered, and nobody who arrives is counted to it. */
export function requireOpen(group: Group): void {
  if (group.closedAt) throw conflict('group-closed', groupWords.closedRefuses)
}

/** Not here yet, and with no appointment to come. */
export function isAwaited({ visitId, expectedAt }: GroupMember): boolean {
  return visitId === null && expectedAt === null
}

export function countOf(members: readonly GroupMember[]) {
  const has = (test: (member: GroupMember) => unknown) => members.filter(test).length
  return {
    all: members.length,
    came: has(({ visitId }) => visitId),
    done: has(({ visitState }) => visitState === 'finished'),
    billed: has(({ bill }) => bill),
    total: members.reduce((sum, { bill }) => sum + (bill?.total ?? 0), 0),
    paid: members.reduce((sum, { bill }) => sum + Math.min(bill?.paid ?? 0, bill?.total ?? 0), 0),
  }
}
