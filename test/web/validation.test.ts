import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { DomainError } from '../../src/core/errors.ts'
import { fieldErrors, parseOrRefuse, pointerOf } from '../../src/web/validation.ts'

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
