import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  authorityStatus,
  authorityStatuses,
  moveOnReport,
} from '../../src/renewals/authority-status.ts'
import {
  actionsByState,
  type CaseState,
  caseStates,
  completeData,
  isClosed,
  release,
  requireAction,
  withdraw,
} from '../../src/renewals/renewal-case.ts'

type Standing = Parameters<typeof moveOnReport>[0]
const t = (second: number) => new Date(Date.UTC(2026, 10, 24, 3, 0, second))
const sent = (state: CaseState, more: Partial<Standing> = {}): Standing => ({
  state,
  attempts: 1,
  ...more,
})
const status = (name: string) => {
  const row = authorityStatus(name)
  if (!row) throw new Error(name)
  return row
}

describe('what a person may do with a case', () => {
  it('has an action for every state that is not closed', () => {
    for (const state of caseStates) {
      if (!isClosed(state)) expect(actionsByState[state].length).toBeGreaterThan(0)
    }
  })

  it('refuses an action that its state does not list', () => {
    expect(() => requireAction({ state: 'completed' }, 'withdraw')).toThrow('case-state')
    expect(() => requireAction({ state: 'ready' }, 'release')).toThrow('case-state')
  })

  it('releases a held case to ready, or back to the authority that has it already', () => {
    expect(release({ state: 'on-hold', missing: [] }).state).toBe('ready')
    expect(release({ state: 'on-hold', missing: [], dossierCode: 'X' }).state).toBe('accepted')
    expect(() => release({ state: 'on-hold', missing: ['held-licence'] })).toThrow(
      'case-incomplete',
    )
  })

  it('makes a draft ready when nothing is missing and leaves a held case held', () => {
    expect(completeData({ state: 'draft' }, []).state).toBe('ready')
    expect(completeData({ state: 'draft' }, ['held-licence']).state).toBe('draft')
    expect(completeData({ state: 'on-hold', holdReason: 'manual' }, [])).toEqual({
      state: 'on-hold',
      holdReason: 'manual',
    })
  })

  it('cancels what was never sent and waits for the authority where it was', () => {
    expect(withdraw({ state: 'ready', attempts: 0 }, 'r')).toMatchObject({
      state: 'cancelled',
      tellAuthority: false,
    })
    expect(withdraw({ state: 'in-progress', attempts: 1 }, 'r')).toMatchObject({
      state: 'on-hold',
      holdReason: 'consent-withdrawn',
      tellAuthority: true,
    })
  })
})

describe('what a status report does', () => {
  it.each([
    ['cho-tiep-nhan', 'requested'],
    ['Được tiếp nhận', 'accepted'],
    ['DUOC TIEP NHAN', 'accepted'],
    ['accepted', 'accepted'],
    ['yeu-cau-bo-sung', 'on-hold'],
    ['yêu cầu nghĩa vụ tài chính', 'in-progress'],
    ['đang xử lý', 'in-progress'],
    ['in-progress', 'in-progress'],
    ['đã có kết quả', 'completed'],
    ['da-tra-ket-qua', 'completed'],
    ['từ chối', 'rejected'],
    ['công dân rút', 'cancelled'],
  ])('%s is our %s', (name, state) => {
    expect(authorityStatus(name)?.state).toBe(state)
  })

  it('does not know other words', () => {
    expect(authorityStatus('banana')).toBeUndefined()
  })

  it.each([
    ['requested', 'duoc-tiep-nhan', 'accepted'],
    ['requested', 'dang-xu-ly', 'in-progress'],
    ['requested', 'da-tra-ket-qua', 'completed'],
    ['accepted', 'dang-xu-ly', 'in-progress'],
    ['accepted', 'yeu-cau-bo-sung', 'on-hold'],
    ['in-progress', 'yeu-cau-bo-sung', 'on-hold'],
    ['in-progress', 'tu-choi', 'rejected'],
    ['in-progress', 'duoc-tiep-nhan', undefined],
    ['accepted', 'cho-tiep-nhan', undefined],
    ['accepted', 'duoc-tiep-nhan', undefined],
    ['completed', 'dang-xu-ly', undefined],
    ['completed', 'tu-choi', undefined],
    ['rejected', 'duoc-tiep-nhan', undefined],
    ['cancelled', 'da-co-ket-qua', undefined],
  ] as const)('from %s, %s moves to %s', (from, name, to) => {
    expect(moveOnReport(sent(from), status(name), t(1))?.state).toBe(to)
  })

  it('a request for a supplement that a later report has overtaken changes nothing', () => {
    const held = sent('in-progress', { authorityAt: t(5) })
    expect(moveOnReport(held, status('yeu-cau-bo-sung'), t(4))).toBeUndefined()
    expect(moveOnReport(held, status('yeu-cau-bo-sung'), t(6))?.state).toBe('on-hold')
  })

  it("the authority's own hold ends by its report, a person's does not", () => {
    const supplement = sent('on-hold', { holdReason: 'supplement', authorityAt: t(5) })
    expect(moveOnReport(supplement, status('dang-xu-ly'), t(6))?.state).toBe('in-progress')
    expect(moveOnReport(supplement, status('dang-xu-ly'), t(4))).toBeUndefined()
    const manual = sent('on-hold', { holdReason: 'manual' })
    expect(moveOnReport(manual, status('dang-xu-ly'), t(6))).toBeUndefined()
  })

  it('says nothing about a case that was never sent', () => {
    for (const row of authorityStatuses.rows) {
      expect(moveOnReport({ state: 'ready', attempts: 0 }, row, t(1))).toBeUndefined()
    }
  })

  const reports = fc.array(
    fc.record({ row: fc.constantFrom(...authorityStatuses.rows), at: fc.nat(60) }),
  )
  const order: Record<string, number> = { requested: 1, accepted: 2, 'in-progress': 3 }

  it('never takes a case back, in whatever order and however often reports come', () => {
    fc.assert(
      fc.property(reports, (list) => {
        let held = sent('requested')
        for (const { row, at } of [...list, ...list]) {
          const move = moveOnReport(held, row, t(at))
          if (!move) continue
          expect(isClosed(held.state)).toBe(false)
          const [before, after] = [order[held.state], order[move.state]]
          if (before && after) expect(after).toBeGreaterThan(before)
          held = { ...held, ...move, authorityAt: t(at) }
        }
      }),
    )
  })

  it('a report that comes twice changes nothing the second time', () => {
    fc.assert(
      fc.property(fc.constantFrom(...caseStates), reports, (state, list) => {
        let held = sent(state, state === 'on-hold' ? { holdReason: 'supplement' } : {})
        for (const { row, at } of list) {
          const move = moveOnReport(held, row, t(at))
          if (move) held = { ...held, ...move, authorityAt: t(at) }
          expect(moveOnReport(held, row, t(at))).toBeUndefined()
        }
      }),
    )
  })
})
