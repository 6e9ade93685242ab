import { describe, expect, test } from 'vitest'
import type { Actor, Specialty } from '../../src/core/actor.ts'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { sections } from '../../src/exams/findings.ts'
import {
  type DoneLine,
  type FlowLine,
  forConclusion,
  handingOut,
  waitingForMe,
  waitingLines,
} from '../../src/home/flow.ts'

const at = (time: string) => new Date(`2026-11-24T${time}:00+07:00`)

function line(name: string, changes: Partial<FlowLine> = {}): FlowLine {
  return {
    visitId: `visit-${name}`,
    examId: `exam-${name}`,
    patientId: `patient-${name}`,
    name,
    birthDate: calendarDate('1990-01-01'),
    licenceClass: 'B',
    disabledApplicant: false,
    state: 'in-progress',
    arrivedAt: at('08:00'),
    sections: {},
    ...changes,
  }
}

const signed = (...without: string[]): FlowLine['sections'] =>
  Object.fromEntries(
    sections.filter((each) => !without.includes(each)).map((each) => [each, 'signed'] as const),
  )

const examiner = (specialties: Specialty[] | 'all', signs = true): Actor => ({
  kind: 'staff',
  id: '1',
  name: 'B',
  facilityId: 'f',
  roles: ['examiner'],
  specialties,
  ...(signs && { doctor: { staffId: '1', name: 'B', registration: '1' } }),
})

describe('waiting', () => {
  test('begins when somebody was last attended to, not when they came', () => {
    const early = line('early', { arrivedAt: at('07:00'), touchedAt: at('09:00') })
    const late = line('late', { arrivedAt: at('08:30') })
    expect(waitingLines([early, late], []).map(({ line: { name } }) => name)).toEqual([
      'late',
      'early',
    ])
  })

  test('is for sections, then the conclusion, then the payment', () => {
    const done: DoneLine = {
      ...line('owes', { sections: signed() }),
      concludedAt: at('09:00'),
      certificateNumber: '1',
    }
    const paid: DoneLine = {
      ...done,
      name: 'paid',
      bill: { state: 'balanced', remaining: 0, issuedAt: at('08:30') },
    }
    const open = [line('open'), line('complete', { sections: signed(), touchedAt: at('08:40') })]
    expect(waitingLines(open, [done, paid]).map((each) => [each.line.name, each.for.what])).toEqual(
      [
        ['open', 'sections'],
        ['complete', 'conclusion'],
        ['owes', 'payment'],
      ],
    )
  })
})

describe('for one examiner', () => {
  test('only sections of their own specialties count', () => {
    const open = [line('eyes done', { sections: signed('ent') }), line('nothing done')]
    const [first, ...rest] = waitingForMe(examiner(['eyes']), open)
    expect(first?.line.name).toBe('nothing done')
    expect(first?.mine).toEqual(['eyes'])
    expect(rest).toEqual([])
  })

  test('what others wrote down waits for a doctor’s signature, and for nobody else', () => {
    const open = [line('written', { sections: { ...signed(), eyes: 'draft' } })]
    expect(waitingForMe(examiner(['eyes']), open)).toHaveLength(1)
    expect(waitingForMe(examiner(['eyes'], false), open)).toEqual([])
  })

  test('a section that the law skips waits for nobody', () => {
    const open = [
      line('disabled', { disabledApplicant: true, sections: signed('musculoskeletal') }),
    ]
    expect(waitingForMe(examiner('all'), open)).toEqual([])
    expect(forConclusion(open).ready).toHaveLength(1)
  })
})

test('who lacks least is nearest to the conclusion; who has not begun is not near', () => {
  const open = [
    line('three', { sections: signed('eyes', 'ent', 'substances') }),
    line('one', { sections: signed('eyes') }),
    line('none'),
  ]
  expect(forConclusion(open).nearly.map(({ line: { name } }) => name)).toEqual(['one', 'three'])
})

test('a certificate is handed out when paid, or at once where the centre does so; unprinted first', () => {
  const done = (name: string, changes: Partial<DoneLine>): DoneLine => ({
    ...line(name),
    concludedAt: at('09:00'),
    certificateNumber: name,
    ...changes,
  })
  const bill = { state: 'balanced', remaining: 0, issuedAt: at('08:30') } as const
  const lines = [done('printed', { bill, printedAt: at('09:10') }), done('new', { bill })]
  const all = [...lines, done('owes', {})]
  expect(handingOut(all, false).map(({ name }) => name)).toEqual(['new', 'printed'])
  expect(handingOut(all, true).map(({ name }) => name)).toContain('owes')
})
