import { conflict, type DomainError, invalid } from '../core/errors.ts'
import { stripDiacritics } from '../core/text.ts'
import type { Payee } from './invoice.ts'
import { payeeFaults as faults } from './payee-words.ts'

export const payeeChangeStates = ['requested', 'approved', 'refused', 'withdrawn'] as const
export type PayeeChangeState = (typeof payeeChangeStates)[number]
export type PayeeChangeAction = 'approve' | 'refuse' | 'withdraw'

/** The page draws its buttons from the table the commands check. */
export const allowedActions = {
  requested: ['approve', 'refuse', 'withdraw'],
  approved: [],
  refused: [],
  withdrawn: [],
} as const satisfies Record<PayeeChangeState, readonly PayeeChangeAction[]>

export const stateAfter = {
  approve: 'approved',
  refuse: 'refused',
  withdraw: 'withdrawn',
} as const satisfies Record<PayeeChangeAction, PayeeChangeState>

type Account = Omit<Payee, 'bankName'>

/** One person's wish to be paid elsewhere, and what another made of it. */
export type PayeeChange = {
  id: string
  state: PayeeChangeState
  to: Payee
  /** The account that held when it was asked for. */
  from: Payee
  reason: string
  requestedBy: { id: string; name: string }
  requestedAt: Date
  decidedBy?: { id: string; name: string }
  decidedAt?: Date
  decisionReason?: string
}

/** What the form sends, as the bank writes it: no spaces in the account, no diacritics in the name. */
export function typedPayee(
  form: Readonly<Record<string, string>>,
  isBank: (bin: string) => boolean,
): Account & { reason: string } {
  const account = (form.account ?? '').replace(/[\s.-]/g, '')
  const name = tidy(stripDiacritics(form.name ?? '')).toUpperCase()
  const [bin, reason] = [form.bin ?? '', tidy(form.reason ?? '')]
  const wrong: (keyof typeof faults)[] = []
  if (!isBank(bin)) wrong.push('bin')
  if (!/^[0-9A-Za-z]{1,19}$/.test(account)) wrong.push('account')
  if (!/^[A-Z0-9 .,&()/-]{2,70}$/.test(name)) wrong.push('name')
  if (reason.length < 5 || reason.length > 300) wrong.push('reason')
  if (wrong.length > 0) throw faulty(wrong)
  return { bin, account, name, reason }
}

function faulty(fields: readonly (keyof typeof faults)[]): DomainError {
  return invalid(
    fields.map((field) => ({ pointer: `/${field}`, code: 'malformed', message: faults[field] })),
  )
}

/** The same account again is no change. */
export function requireOther(to: Account, from: Account): void {
  if (to.bin !== from.bin || to.account !== from.account || to.name !== from.name) return
  throw faulty(['same'])
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}

/** Hours for which an account that the requester made, or gave a password, cannot approve for them. */
export const APART_HOURS = 72

export type Decision = {
  action: PayeeChangeAction
  by: { id: string }
  /** When the requester last made the decider's account or set its password. */
  madeByRequesterAt?: Date | undefined
}

/** Refuses what one person does alone, also under two names. */
export function requireSecondPerson(change: PayeeChange, decision: Decision, now: Date): void {
  const { action, by, madeByRequesterAt: made } = decision
  if (!(allowedActions[change.state] as readonly PayeeChangeAction[]).includes(action))
    throw conflict('payee-change-decided', faults.decided, { state: change.state })
  const same = by.id === change.requestedBy.id
  if (action === 'withdraw' ? !same : same)
    throw conflict('payee-change-second-person', same ? faults.samePerson : faults.notYours)
  if (action === 'approve' && made && now.getTime() - made.getTime() < APART_HOURS * 3_600_000)
    throw conflict('payee-change-not-apart', faults.notApart)
}
