import { fold, type Text } from '../core/text.ts'
import { authorityStatusWords } from './authority-words.ts'
import type { CaseMove, CaseState, HoldReason, RenewalCase } from './renewal-case.ts'

type StatusRow = {
  /** The contract's code. */
  code: string
  label: Text
  state: CaseState
  holdReason?: HoldReason
  /** Other spellings that mean the same. */
  aliases: readonly string[]
}

/** The portal's statuses [recalled] → our states. Versioned: a changed label is a new version. */
export const authorityStatuses: {
  version: string
  verified: 'recalled'
  rows: readonly StatusRow[]
} = {
  version: '2026-07-01',
  verified: 'recalled',
  rows: [
    {
      code: 'cho-tiep-nhan',
      label: authorityStatusWords['cho-tiep-nhan'],
      state: 'requested',
      aliases: ['requested', 'submitted', 'pending'],
    },
    {
      code: 'duoc-tiep-nhan',
      label: authorityStatusWords['duoc-tiep-nhan'],
      state: 'accepted',
      aliases: ['da-tiep-nhan', 'accepted', 'received'],
    },
    {
      code: 'yeu-cau-bo-sung',
      label: authorityStatusWords['yeu-cau-bo-sung'],
      state: 'on-hold',
      holdReason: 'supplement',
      aliases: ['supplement', 'supplement-required', 'on-hold'],
    },
    {
      code: 'yeu-cau-nghia-vu-tai-chinh',
      label: authorityStatusWords['yeu-cau-nghia-vu-tai-chinh'],
      state: 'in-progress',
      aliases: ['payment-required'],
    },
    {
      code: 'dang-xu-ly',
      label: authorityStatusWords['dang-xu-ly'],
      state: 'in-progress',
      aliases: ['in-progress', 'processing'],
    },
    {
      code: 'da-co-ket-qua',
      label: authorityStatusWords['da-co-ket-qua'],
      state: 'completed',
      aliases: ['completed'],
    },
    {
      code: 'da-tra-ket-qua',
      label: authorityStatusWords['da-tra-ket-qua'],
      state: 'completed',
      aliases: ['delivered'],
    },
    {
      code: 'tu-choi',
      label: authorityStatusWords['tu-choi'],
      state: 'rejected',
      aliases: ['rejected', 'refused'],
    },
    {
      code: 'cong-dan-rut',
      label: authorityStatusWords['cong-dan-rut'],
      state: 'cancelled',
      aliases: ['cancelled', 'withdrawn'],
    },
  ],
}

const byName = new Map(
  authorityStatuses.rows.flatMap((row) =>
    [row.code, row.label.vi, ...row.aliases].map((name) => [key(name), row] as const),
  ),
)

/** `Đang xử lý`, `dang-xu-ly` and `DANG XU LY` are one status; undefined when it is unknown. */
export function authorityStatus(name: string): StatusRow | undefined {
  return byName.get(key(name))
}

function key(name: string): string {
  return fold(name).replace(/[\s_-]+/g, '-')
}

/** How far along a state is; a report never takes a case back to a lower rank. */
const rank: Record<CaseState, number> = {
  draft: -1,
  ready: 0,
  requested: 1,
  accepted: 2,
  'in-progress': 3,
  'on-hold': 3,
  rejected: 4,
  completed: 4,
  cancelled: 4,
}

type Standing = Pick<RenewalCase, 'state' | 'holdReason' | 'authorityAt' | 'attempts'>

/**
 * The move a status report makes, or undefined when it changes nothing: repeated, overtaken by a
 * later one, or about a case that is closed or that we never sent.
 */
export function moveOnReport(held: Standing, status: StatusRow, at: Date): CaseMove | undefined {
  if (rank[held.state] === 4) return undefined
  if (rank[status.state] === 4) return sent(held) ? { state: status.state } : undefined
  if (held.state === 'on-hold') return moveFromHold(held, status, at)
  if (status.state === 'on-hold') return supplement(held, status, at)
  return sent(held) && rank[status.state] > rank[held.state] ? { state: status.state } : undefined
}

function sent(held: Standing): boolean {
  return held.attempts > 0
}

function overtaken(held: Standing, at: Date): boolean {
  return held.authorityAt !== undefined && at < held.authorityAt
}

function supplement(held: Standing, status: StatusRow, at: Date): CaseMove | undefined {
  if (!sent(held) || overtaken(held, at)) return undefined
  return { state: 'on-hold', holdReason: status.holdReason }
}

/** Only the authority's own hold ends by its report; a person's hold waits for a person. */
function moveFromHold(held: Standing, status: StatusRow, at: Date): CaseMove | undefined {
  if (held.holdReason !== 'supplement' || status.state === 'on-hold') return undefined
  return status.state === 'in-progress' && !overtaken(held, at)
    ? { state: 'in-progress' }
    : undefined
}
