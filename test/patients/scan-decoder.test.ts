import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWhole, LONGEST_GAP_MS, openDecoder } from '../../src/web/public/scan-decoder.js'
import { type Beyond, hooked, inputMethods, type Press, scanned } from './wedge.ts'

const an =
  '048185001234|201234567|Nguyễn Thị An|12031985|Nữ|12 Lê Văn Hiến, phường Ngũ Hành Sơn, Đà Nẵng|15082024'
const ksor = "066185001234||Ksor H'Wen Rmah|12031985|Nam|K12 Buon A1, P5, D9, Pleiku|15082024"

function heard(presses: readonly Press[]) {
  const decoder = openDecoder()
  const states = presses.flat().map((key) => decoder.take(key))
  return { states, last: states.at(-1), text: decoder.text(), whole: decoder.isWhole() }
}

describe('a card is read from the keys', () => {
  test.each<[string, string, Press[]]>([
    ['by Alt codes that are bytes of UTF-8', an, scanned(an)],
    ['by Alt codes that are code points', an, scanned(an, { beyond: 'code points' })],
    ['while an input method composes', an, scanned(an, { composing: true })],
    ['by a slow wireless scanner', an, scanned(an, { gap: 45 })],
    ['with Caps Lock on', an, scanned(an, { capsLock: true })],
    ['with a name of the symbology before it', an, scanned(`]Q3${an}`)],
    ['ended by Tab', an, scanned(an, {}, 'Tab')],
    ['ended by the Enter of the number block', an, scanned(an, {}, 'NumpadEnter')],
    ['of a name that Telex mangles', ksor, hooked(scanned(ksor), inputMethods.telex)],
    ['of an address that VNI mangles', ksor, hooked(scanned(ksor), inputMethods.vni)],
    ['with accents, on a machine with Telex', an, hooked(scanned(an), inputMethods.telex)],
    ['with accents, on a machine with VNI', an, hooked(scanned(an), inputMethods.vni)],
  ])('%s', (_, text, presses) => {
    expect(heard(presses)).toMatchObject({ last: 'complete', text, whole: true })
  })

  test.each([
    ['Telex', 'Nguyeenx Thij An', 'Nuwx', '12 Lee Vawn Hieens, phuwowngf Nguwx Hanhf Sown'],
    ['VNI', 'Nguye6n4 Thi5 An', 'Nu74', '12 Le6 Va8n Hie6n1, phu7o7ng2 Ngu74 Ha2nh So7n'],
  ])('from a scanner that spells it in %s', (_, name, sex, address) => {
    const text = `048185001234|201234567|${name}|12031985|${sex}|${address}|15082024`
    expect(heard(scanned(text)).text).toBe(
      '048185001234|201234567|Nguyễn Thị An|12031985|Nữ|12 Lê Văn Hiến, phường Ngữ Hành Sơn|15082024',
    )
  })

  test.each([
    ['Huyeenf Thij Hoaf', 'Huyền Thị Hòa'],
    ['Ddoanf Quoocs Thuyr', 'Đoàn Quốc Thủy'],
    ['Nguyeenx Quyf Giangs', 'Nguyễn Quỳ Giáng'],
    ['DDAWNGJ THIJ HUOWNGF', 'ĐẶNG THỊ HƯỜNG'],
    ['Traanf Tuaans Khieets', 'Trần Tuấn Khiết'],
  ])('%s is %s', (spelt, name) => {
    const text = `048185001234||${spelt}|12031985|Nuwx|Ddaf Nawngx|15082024`
    expect(heard(scanned(text)).text.split('|')[2]).toBe(name)
  })

  test('a scanner that answers a Caps Lock nobody else did is turned round', () => {
    const swapped = an.replace(/\p{L}/gu, (letter) =>
      letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase(),
    )
    expect(heard(scanned(swapped)).text).toBe(an)
  })

  test('without accents where the scanner drops them, in the shape of a card all the same', () => {
    const { text, whole } = heard(scanned(an, { beyond: 'nothing' }))
    expect(text).toContain('|Nguyn Th An|12031985|N|')
    expect(whole).toBe(true)
  })

  test('whatever it says, however it is sent, whatever is on the machine', () => {
    const word = fc.stringMatching(
      /^[A-Za-zÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯưẠ-ỹ]{1,7}$/u,
    )
    const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((each) => each.join(' '))
    const how = fc.record({
      beyond: fc.constantFrom<Beyond>('utf-8 bytes', 'code points'),
      gap: fc.integer({ min: 1, max: LONGEST_GAP_MS - 4 }),
      capsLock: fc.boolean(),
      composing: fc.boolean(),
    })
    const machine = fc.constantFrom(undefined, inputMethods.telex, inputMethods.vni)
    fc.assert(
      fc.property(words, words, how, machine, (name, address, plan, method) => {
        // An accent in the address: a text without any may be Telex, which has its own tests.
        const text =
          `048185001234||N${name.toLowerCase()}|12031985|Nữ|12 ${address}|15082024`.normalize('NFC')
        const presses = scanned(text, plan)
        const { last, text: read } = heard(method ? hooked(presses, method) : presses)
        expect(last).toBe('complete')
        expect(read).toBe(text)
      }),
    )
  })
})

describe('a person’s typing is theirs', () => {
  test('whatever is typed at a hand’s speed is no scan, a card’s text too', () => {
    const text = fc.oneof(fc.constant(an), fc.stringMatching(/^[a-z0-9 |,.]{0,60}$/))
    const gap = fc.integer({ min: LONGEST_GAP_MS + 4, max: 600 })
    fc.assert(
      fc.property(text, gap, (typed, between) => {
        const { states } = heard(scanned(typed, { gap: between, beyond: 'nothing' }))
        expect(new Set(states)).toEqual(new Set(states.length ? ['idle'] : []))
      }),
    )
  })

  test('nor is anything fast that does not begin as a card does', () => {
    const text = fc.stringMatching(/^[a-z0-9 |,.]{1,60}$/).filter((each) => !/\d{12}\|/.test(each))
    fc.assert(
      fc.property(text, (typed) => {
        expect(new Set(heard(scanned(typed)).states)).toEqual(new Set(['idle']))
      }),
    )
  })

  test('a key held down is no scanner', () => {
    const held = scanned('0'.repeat(40), { gap: 30 }).map((press) =>
      press.map((key) => ({ ...key, repeat: true })),
    )
    expect(new Set(heard(held).states)).toEqual(new Set(['idle']))
  })

  test('what was typed before a scan does not belong to it', () => {
    const before = scanned('nguyen', { gap: 120 }, '')
    const later = scanned(an).map((press) => press.map((key) => ({ ...key, at: key.at + 5000 })))
    expect(heard([...before, ...later])).toMatchObject({ last: 'complete', text: an })
  })

  test('a scan that stops half-way is over when the person types again', () => {
    const half = scanned(an.slice(0, 40), {}, '')
    const decoder = openDecoder()
    for (const key of half.flat()) decoder.take(key)
    expect(decoder.state()).toBe('scanning')
    const later = scanned('a', {}, '').flat()
    expect(later.map((key) => decoder.take({ ...key, at: key.at + 9000 }))).toEqual([
      'idle',
      'idle',
    ])
  })
})

test.each([
  [an, true],
  [`${an}|Nguyễn Văn Ba|Trần Thị Tư`, true],
  [an.slice(0, 60), false],
  ['8934563138165', false],
])('%s has the shape of a whole card: %s', (text, whole) => {
  expect(isWhole(text)).toBe(whole)
})
