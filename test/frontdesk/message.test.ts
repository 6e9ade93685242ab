import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  compose,
  messageFields,
  messageTemplates,
  partsOf,
  sampleValues,
  templateSchema,
  unknownFields,
} from '../../src/frontdesk/message.ts'
import { messageWords } from '../../src/frontdesk/message-words.ts'
import { international, smsResult } from '../../src/frontdesk/sms-client.ts'

describe('a template', () => {
  test.each(messageTemplates)(
    '%s: the one that everybody begins with is a right one, in two parts at most',
    (key) => {
      const body = messageWords.defaults[key]
      expect(templateSchema.safeParse({ body, plain: true, enabled: true }).success).toBe(true)
      expect(partsOf(compose({ body, plain: true }, sampleValues))).toBeLessThanOrEqual(2)
    },
  )

  test.each([
    ['Hẹn {name} lúc {time}', []],
    ['Hẹn {ten}', ['{ten}']],
    ['Hẹn {name', ['{name']],
    ['Hẹn {}', ['{}']],
    ['Hẹn { name }', ['{ name }']],
  ])('%s: names as unknown %j', (body, unknown) => {
    expect(unknownFields(body)).toEqual(unknown)
  })

  test.each([
    ['too short', 'Hẹn'],
    ['a field that does not exist', 'Hẹn bạn lúc {gio} nhé'],
    ['more than three messages', 'ậ'.repeat(202)],
    ['a sign that cannot be printed', 'Hẹn bạn lúc \u0007 {time}'],
  ])('with %s is refused', (_, body) => {
    expect(templateSchema.safeParse({ body, plain: false, enabled: true }).success).toBe(false)
  })

  test('fills its fields once: what somebody is called is never read as a field', () => {
    const name = '{phone}'
    expect(
      compose({ body: '{name}/{phone}', plain: false }, { ...sampleValues, name, phone: '1' }),
    ).toBe('{phone}/1')
  })

  test('sent plain holds no letter beyond the old alphabet, whoever it names', () => {
    const vietnamese = fc.string({
      unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyÁẮẤĐẾỐỚỨỹ '),
    })
    fc.assert(
      fc.property(vietnamese, (name) => {
        const body = messageFields.map((field) => `{${field}}`).join(' ')
        expect(compose({ body, plain: true }, { ...sampleValues, name })).toMatch(/^[\x20-\x7e]*$/)
      }),
    )
  })
})

describe('what a text is charged as', () => {
  test.each([
    ['a'.repeat(160), 1],
    ['a'.repeat(161), 2],
    ['a'.repeat(306), 2],
    ['a'.repeat(307), 3],
    ['ậ'.repeat(70), 1],
    ['ậ'.repeat(71), 2],
    [`${'a'.repeat(100)}ậ`, 2],
  ])('%#', (text, parts) => {
    expect(partsOf(text)).toBe(parts)
  })
})

describe('the gateway’s answer', () => {
  const answered = (status: number, body = '{}') =>
    smsResult({ kind: 'answered', status, body }).kind
  test.each([
    [202, '{"reference":"SMS-1"}', 'sent'],
    [200, '{"reference":"SMS-1","repeated":true}', 'sent'],
    [202, 'ok', 'unknown'],
    [202, '{}', 'unknown'],
    [401, '', 'later'],
    [429, '', 'later'],
    [503, '', 'later'],
    [409, '{"code":"id-reused"}', 'refused'],
    [422, '<html>', 'refused'],
    [500, '', 'unknown'],
  ])('%i %s is %s', (status, body, kind) => {
    expect(answered(status, body)).toBe(kind)
  })

  test('that never came is unknown once connected, and later where nobody was there', () => {
    expect(smsResult({ kind: 'unknown', why: 'x' }).kind).toBe('unknown')
    expect(smsResult({ kind: 'unreachable', why: 'x' }).kind).toBe('later')
  })

  test.each([
    ['0905123456', '+84905123456'],
    ['+84905123456', '+84905123456'],
  ])('%s is called %s', (phone, wanted) => {
    expect(international(phone)).toBe(wanted)
  })
})
