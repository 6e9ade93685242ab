/*
 * What was kept while the server was away goes out in its order, each step under the idempotency key
 * that it was kept with: a step whose answer was lost is asked for again and never done twice. Pure:
 * `send` and `save` are given.
 *
 * An entry is one person's way through the desk: { id, steps, state, refusal? }, its steps each
 * { kind, body, key, tried?, done? } in the order patient, exam, invoice; what one makes, the next needs.
 */

const paths = { patient: '/api/v1/patients', exam: '/api/v1/exams', invoice: '/api/v1/invoices' }
const needs = { exam: ['patient', 'patientId'], invoice: ['exam', 'examId'] }

/** The server keeps an answer for 24 hours; a step tried before that may have been done unseen. */
export const KEY_LASTS_MS = 20 * 3_600_000

/** `away` and `signed-out` leave everything as it is; `refused` waits for a person. */
export async function replayEntry(entry, { send, save, now }) {
  for (const step of entry.steps) {
    if (step.done) continue
    if (step.tried !== undefined && now() - step.tried > KEY_LASTS_MS) {
      return refuse(entry, step, { status: 0, code: 'too-old' }, save)
    }
    step.tried ??= now()
    await save(entry)
    const answer = await send(requestFor(entry, step)).catch(() => undefined)
    if (!answer || isPassing(answer)) return 'away'
    if (answer.status === 401) return 'signed-out'
    if (answer.status >= 400) return refuse(entry, step, refusalOf(answer), save)
    step.done = answer.body.id
    delete step.tried
    await save(entry)
  }
  entry.state = 'sent'
  delete entry.refusal
  await save(entry)
  return 'sent'
}

/** In their order; one that is refused does not hold up those after it, a server that is away does. */
export async function replayAll(entries, world) {
  for (const entry of entries) {
    if (entry.state !== 'waiting') continue
    const outcome = await replayEntry(entry, world)
    if (outcome === 'away' || outcome === 'signed-out') return outcome
  }
  return 'done'
}

export function requestFor(entry, step) {
  const need = needs[step.kind]
  const made = need && entry.steps.find(({ kind }) => kind === need[0])?.done
  const body = made ? { ...step.body, [need[1]]: made } : step.body
  return { path: paths[step.kind], key: step.key, body }
}

/** Neither yes nor no: asked again, under the same key, once it may be different. */
function isPassing({ status, body }) {
  return status >= 500 || status === 429 || body?.code === 'request-in-progress'
}

async function refuse(entry, step, refusal, save) {
  entry.state = 'refused'
  entry.refusal = { ...refusal, step: step.kind }
  if (refusal.code !== 'too-old') delete step.tried
  await save(entry)
  return 'refused'
}

function refusalOf({ status, body }) {
  const { code, detail, errors, existingId, candidates } = body ?? {}
  return {
    status,
    code: code ?? 'unknown',
    ...(detail && { detail }),
    ...(errors && { errors }),
    ...(existingId && { existingId }),
    ...(candidates && { candidates }),
  }
}

/**
 * A person's answer to a refusal. The refused request is done with, so what is sent instead has a key
 * of its own.
 */
export function resolve(entry, how, newKey) {
  const step = entry.steps.find(({ done }) => !done)
  if (!step) return entry
  if (how.use) {
    // The record that is there already is meant: nothing is registered.
    step.done = how.use
  } else {
    if (how.confirmNew) step.body = { ...step.body, confirmNew: true }
    if (how.body) step.body = how.body
    step.key = newKey()
  }
  delete step.tried
  delete entry.refusal
  entry.state = 'waiting'
  return entry
}

/** What may have reached the server unseen is not changed any more; what it refused for certain is. */
export function isEditable({ state, steps, refusal }) {
  if (state === 'refused') return refusal?.code !== 'too-old'
  return state === 'waiting' && steps.every(({ tried, done }) => tried === undefined && !done)
}

/** The entry with other content: what was done of it stays, everything else gets a key of its own. */
export function amend(entry, steps) {
  const done = entry.steps.filter((step) => step.done)
  const left = steps.filter(({ kind }) => !done.some((step) => step.kind === kind))
  return { ...entry, steps: [...done, ...left], state: 'waiting', refusal: undefined }
}
