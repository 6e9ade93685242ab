import { z } from 'zod'
import type { Env } from '../platform/env.ts'
import { callOutside, type OutwardAnswer, type OutwardCall } from '../platform/outward-call.ts'
import { NOT_CONNECTED, type RenewalOutside } from './gateway-client.ts'

const receiptSchema = z.object({
  caseId: z.string(),
  dossierCode: z.string().min(1),
  status: z.string(),
  at: z.iso.datetime({ offset: true }).transform((text) => new Date(text)),
  ground: z.string().optional(),
})
export type Receipt = z.output<typeof receiptSchema>

export type AuthorityAnswer =
  | { kind: 'receipt'; receipt: Receipt }
  | { kind: 'refused'; code: string; detail: string }
  /** Every call may be repeated: creating is idempotent by our case id. */
  | { kind: 'later'; why: string }

/** The adapter to `fixtures/contracts/licence-authority.openapi.json`. */
export class AuthorityClient {
  readonly #env: Env
  /** Undefined while no authority is connected. */
  readonly #base: string | undefined

  constructor(env: Env, outside: RenewalOutside) {
    this.#env = env
    const { authorityUrl } = outside
    this.#base = authorityUrl && `${authorityUrl.replace(/\/$/, '')}/v1/cases`
  }

  async create(caseId: string, body: object): Promise<AuthorityAnswer> {
    const answer = await this.#post('', body, { 'idempotency-key': caseId })
    // The same key with another body: an earlier try arrived before our data changed.
    return answer.kind === 'refused' && answer.code === 'other-body' ? this.read(caseId) : answer
  }

  async read(caseId: string): Promise<AuthorityAnswer> {
    return this.#ask(`/${caseId}`, { method: 'GET', ...this.#common() })
  }

  supplement(caseId: string, body: object): Promise<AuthorityAnswer> {
    return this.#post(`/${caseId}/supplements`, body)
  }

  withdraw(caseId: string, reason: string): Promise<AuthorityAnswer> {
    return this.#post(`/${caseId}/withdrawal`, { reason })
  }

  async #post(path: string, body: object, headers: Record<string, string> = {}) {
    const common = this.#common(headers)
    return this.#ask(path, { method: 'POST', body: JSON.stringify(body), ...common })
  }

  async #ask(path: string, call: OutwardCall): Promise<AuthorityAnswer> {
    if (this.#base === undefined) return { kind: 'later', why: NOT_CONNECTED }
    return answerOf(await callOutside(this.#base + path, call))
  }

  #common(headers: Record<string, string> = {}) {
    const authorization = `Bearer ${this.#env.AUTHORITY_TOKEN}`
    return { headers: { authorization, ...headers }, timeoutMs: this.#env.OUTSIDE_TIMEOUT_MS }
  }
}

const problemSchema = z.object({ code: z.string().optional(), detail: z.string().optional() })

/** 422, 409 and 404 are about this case; anything else is about the connection or the account. */
export function answerOf(answer: OutwardAnswer): AuthorityAnswer {
  if (answer.kind !== 'answered') return { kind: 'later', why: answer.why }
  const { status } = answer
  const json = jsonOf(answer.body)
  if (status >= 200 && status < 300) {
    const receipt = receiptSchema.safeParse(json)
    if (receipt.success) return { kind: 'receipt', receipt: receipt.data }
    return { kind: 'later', why: `HTTP ${status}, unreadable answer` }
  }
  const problem = problemSchema.safeParse(json).data ?? {}
  if (![400, 404, 409, 422].includes(status)) return { kind: 'later', why: `HTTP ${status}` }
  return { kind: 'refused', code: problem.code ?? `http-${status}`, detail: problem.detail ?? '' }
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}
