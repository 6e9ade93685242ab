import { describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { fitFindings } from '../../fixtures/cast/findings.ts'
import { calendarDate } from '../../src/core/calendar-date.ts'
import { fieldsFor, sectionFields } from '../../src/exams/fields/section-fields.ts'
import { type Findings, sectionSchemas, sections } from '../../src/exams/findings.ts'
import { assess } from '../../src/exams/fitness.ts'
import { circular36of2024 } from '../../src/exams/standards/circular-36-2024.ts'
import { readForm, typedFrom, typedOf, withNormals } from '../../src/exams/typed-section.ts'

const on = calendarDate('2026-11-24')

type Node = {
  def: { type: string; shape?: Record<string, Node>; innerType?: Node; element?: Node }
}

/** Every property that a schema takes, by dotted path; a list's rows by their first number. */
function pathsOf(schema: z.ZodType, path = ''): string[] {
  const { def } = schema as unknown as Node
  if (def.innerType) return pathsOf(def.innerType as unknown as z.ZodType, path)
  if (def.element) return pathsOf(def.element as unknown as z.ZodType, `${path}.0`)
  if (!def.shape) return [path]
  return Object.entries(def.shape).flatMap(([key, inner]) =>
    pathsOf(inner as unknown as z.ZodType, path ? `${path}.${key}` : key),
  )
}

describe('the forms of the sections', () => {
  it.each(sections)('ask for every property of %s, and for nothing else', (section) => {
    const fields = sectionFields[section].map(({ name }) => name)
    const properties = pathsOf(sectionSchemas[section])
    const known = new Set(fields.filter((name) => !/\.[12]\.(name|result)$/.test(name)))
    const unasked = section === 'declaration' ? ['note'] : []
    expect([...known].sort()).toEqual(properties.filter((p) => !unasked.includes(p)).sort())
  })

  it.each(sections)('give back %s as it was recorded', (section) => {
    const recorded = fitFindings(on)[section] as Record<string, unknown>
    const { findings, errors } = readForm(section, typedOf(section, recorded))
    expect(errors).toEqual([])
    expect(sectionSchemas[section].safeParse(findings).success).toBe(true)
    expect(typedOf(section, findings)).toEqual(typedOf(section, recorded))
  })

  it('take a decimal comma, a point and a minus sign of either kind', () => {
    const typed = { 'refraction.right': '-0,75', 'refraction.left': '−1.5' }
    expect(readForm('eyes', typed).findings).toEqual({ refraction: { right: -0.75, left: -1.5 } })
  })

  it('name what is no number, and leave it out', () => {
    const { findings, errors } = readForm('cardiovascular', { systolic: '12o', pulse: '70' })
    expect(findings).toEqual({ pulse: 70 })
    expect(errors).toMatchObject([{ pointer: '/systolic', code: 'malformed' }])
  })

  it('leave out what is empty, and a unit without its value', () => {
    const typed = {
      amphetamin: '',
      'alcohol.unit': 'mg/l-breath',
      'otherTests.1.name': 'HIV',
      'otherTests.1.result': 'âm tính',
    }
    expect(readForm('substances', typed).findings).toEqual({
      otherTests: [{ name: 'HIV', result: 'âm tính' }],
    })
  })

  it('take only their own fields from what a browser sends', () => {
    const body = { mmrc: '1', _once: 'x', state: 'signed', note: 'n', asthma: new File([], 'x') }
    expect(typedFrom('respiratory', body)).toEqual({ mmrc: '1', note: 'n' })
  })
})

describe('“all normal”', () => {
  it('fills only what is empty, and never a measurement', () => {
    const { asked } = fieldsFor('cardiovascular', circular36of2024, 3)
    const { typed, filled } = withNormals('cardiovascular', { nyha: '2' }, asked)
    expect(typed.nyha).toBe('2')
    expect(typed.coronaryAngina).toBe('false')
    expect(filled).not.toContain('nyha')
    for (const measured of ['pulse', 'systolic', 'diastolic'])
      expect(typed[measured]).toBeUndefined()
  })

  it('never fills a drug’s result', () => {
    const { asked } = fieldsFor('substances', circular36of2024, 3)
    expect(withNormals('substances', {}, asked).filled).toEqual([
      'impairingMedicine',
      'stimulantOrHallucinogenAbuse',
    ])
  })

  it('fills only what the group asks', () => {
    const filled = (group: 1 | 3) =>
      withNormals('neurology', {}, fieldsFor('neurology', circular36of2024, group).asked).filled
    expect(filled(1)).toEqual(['paralysedLimbs'])
    expect(filled(3)).toContain('superficialSensationDisorder')
  })

  it('with the measurements typed leaves nothing missing in group 3', () => {
    const measured: Record<string, Record<string, string>> = {
      eyes: typedOf('eyes', fitFindings(on).eyes as Record<string, unknown>),
      ent: typedOf('ent', fitFindings(on).ent as Record<string, unknown>),
      cardiovascular: { pulse: '70', systolic: '120', diastolic: '80' },
      substances: typedOf('substances', fitFindings(on).substances as Record<string, unknown>),
    }
    const findings = Object.fromEntries(
      sections.map((section) => {
        const { asked } = fieldsFor(section, circular36of2024, 3)
        const { typed } = withNormals(section, measured[section] ?? {}, asked)
        return [section, readForm(section, typed).findings]
      }),
    ) as Findings
    expect(assess({ licenceClass: 'C' }, findings, on)).toMatchObject({
      outcome: 'fit',
      missing: [],
    })
  })
})
