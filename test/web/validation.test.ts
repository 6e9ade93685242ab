import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DomainError } from '../../src/core/errors.ts'
import {
  fieldErrors,
  optionalTypedDate,
  parseOrRefuse,
  pointerOf,
  typedDate,
} from '../../src/web/validation.ts'

const schema = z.strictObject({
  name: z.string().min(2),
  tenths: z.number().min(0).max(20).optional(),
  eyes: z.strictObject({ left: z.number() }).optional(),
})

function faults(value: unknown) {
  const result = schema.safeParse(value)
  if (result.success) throw new Error('expected faults')
  return fieldErrors(result.error.issues)
}

describe('what zod refuses', () => {
  it('is named by a pointer into the request, all faults at once', () => {
    expect(faults({ tenths: 25, eyes: { left: 'x' } })).toMatchObject([
      { pointer: '/name', code: 'missing' },
      { pointer: '/tenths', code: 'out-of-range' },
      { pointer: '/eyes/left', code: 'wrong-type' },
    ])
  })

  it('names an unknown property itself, not its parent', () => {
    expect(faults({ name: 'An', eyes: { left: 1, right: 2 } })).toMatchObject([
      { pointer: '/eyes/right', code: 'unknown-property' },
    ])
  })

  it('says in both languages what would be right', () => {
    expect(faults({ name: 'An', tenths: 25 })[0]?.message).toEqual({
      vi: 'Phải là số không quá 20.',
      en: 'Must be at most 20.',
    })
  })

  it('speaks with the branch of a union that came nearest', () => {
    const either = z.union([
      z.strictObject({ card: z.string() }),
      z.strictObject({ name: z.string(), sex: z.enum(['male', 'female']) }),
    ])
    const result = either.safeParse({ name: 'An', sex: 'other' })
    expect(result.success).toBe(false)
    if (result.success) return
    expect(fieldErrors(result.error.issues)).toMatchObject([
      { pointer: '/sex', code: 'unknown-value' },
    ])
  })

  it('tells a choice left out of a form from one that does not exist', () => {
    const choice = z.strictObject({ purpose: z.enum(['new', 'renewal']) })
    const said = (typed: object) => {
      const { error } = choice.safeParse(typed)
      return fieldErrors(error?.issues ?? [], typed).map(({ code, message }) => [code, message.vi])
    }
    expect(said({})).toEqual([['missing', 'Chưa chọn.']])
    expect(said({ purpose: 'old' })).toEqual([
      ['unknown-value', 'Phải là một trong: new, renewal.'],
    ])
  })

  it('is thrown as one error of kind invalid', () => {
    expect(() => parseOrRefuse(schema, {})).toThrow(DomainError)
  })
})

it('escapes a JSON Pointer as RFC 6901 asks', () => {
  expect(pointerOf(['a/b', 'c~d', 0])).toBe('/a~1b/c~0d/0')
})

describe('a typed date', () => {
  const day = z.strictObject({ day: typedDate })
  const said = (typed: string) =>
    fieldErrors(day.safeParse({ day: typed }).error?.issues ?? []).map(({ code, message }) => [
      code,
      message.en,
    ])

  it('is read however it is typed', () => {
    expect(day.parse({ day: '3/4/1985' })).toEqual({ day: '1985-04-03' })
  })

  it.each([
    ['', 'missing', 'Type a date, for example 03/04/1985.'],
    ['3/4', 'malformed', /^This is not a date that can be read\./],
    ['3/4/85', 'malformed', /^Type all four digits of the year/],
    ['31/4/1985', 'malformed', /^There is no such day\./],
  ] as const)('%j is answered with what to type', (typed, code, words) => {
    expect(said(typed)).toEqual([
      [code, typeof words === 'string' ? words : expect.stringMatching(words)],
    ])
  })

  it('may be left out where it is optional', () => {
    expect([undefined, '', ' '].map((text) => optionalTypedDate.parse(text))).toEqual([
      undefined,
      undefined,
      undefined,
    ])
    expect(optionalTypedDate.parse('03041985')).toBe('1985-04-03')
    expect(optionalTypedDate.safeParse('x').success).toBe(false)
  })
})
