export type StepKind = 'patient' | 'exam' | 'invoice'
export type Step = {
  kind: StepKind
  body: Record<string, unknown>
  key: string
  tried?: number
  done?: string
}
export type Refusal = {
  step?: StepKind
  status: number
  code: string
  detail?: string
  errors?: { pointer: string; message: string }[]
  existingId?: string
  candidates?: { id: string; name: string; birthDate: string }[]
}
export type Entry = {
  id: string
  steps: Step[]
  state: 'waiting' | 'refused' | 'sent'
  refusal?: Refusal
}
export type Outgoing = { path: string; key: string; body: Record<string, unknown> }
export type World = {
  send(request: Outgoing): Promise<{ status: number; body?: Record<string, unknown> }>
  save(entry: Entry): Promise<void>
  now(): number
}
export type Outcome = 'sent' | 'refused' | 'away' | 'signed-out'
export const KEY_LASTS_MS: number
export function replayEntry(entry: Entry, world: World): Promise<Outcome>
export function replayAll(entries: Entry[], world: World): Promise<'done' | 'away' | 'signed-out'>
export function requestFor(entry: Entry, step: Step): Outgoing
export function resolve(
  entry: Entry,
  how: { use?: string; confirmNew?: boolean; body?: Record<string, unknown> },
  newKey: () => string,
): Entry
export function isEditable(entry: Entry): boolean
export function amend(entry: Entry, steps: Step[]): Entry
