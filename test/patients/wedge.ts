import type { Key } from '../../src/web/public/scan-decoder.js'

/** How a scanner that is a keyboard sends what is not on the keyboard. */
export type Beyond = 'utf-8 bytes' | 'code points' | 'nothing'
type Plan = { gap?: number; beyond?: Beyond; capsLock?: boolean; composing?: boolean }
/** What goes on at one key: down, up, or both with whatever comes in between. */
export type Press = Key[]

const shifted = ')!@#$%^&*('
const marks: Record<string, [string, string]> = {
  ' ': ['Space', ''],
  '|': ['Backslash', 'shift'],
  ',': ['Comma', ''],
  '.': ['Period', ''],
  '/': ['Slash', ''],
  '-': ['Minus', ''],
  "'": ['Quote', ''],
  ']': ['BracketRight', ''],
}

function keyFor(char: string): { code: string; shift: boolean } | undefined {
  if (/[a-z]/i.test(char)) {
    return { code: `Key${char.toUpperCase()}`, shift: char !== char.toLowerCase() }
  }
  if (/\d/.test(char)) return { code: `Digit${char}`, shift: false }
  if (shifted.includes(char)) return { code: `Digit${shifted.indexOf(char)}`, shift: true }
  const mark = marks[char]
  return mark && { code: mark[0], shift: mark[1] === 'shift' }
}

const plain = { shift: false, alt: false, ctrl: false, repeat: false }

/** The keys of a scanner that reads `text`, on an American layout, ended by `end`. */
export function scanned(text: string, plan: Plan = {}, end = 'Enter'): Press[] {
  const { gap = 8, beyond = 'utf-8 bytes', capsLock = false, composing = false } = plan
  let at = 1000
  const presses: Press[] = []
  const press = (code: string, key: string, more: Partial<Key> = {}): Key[] => {
    at += gap
    const common = { ...plain, code, key, at, ...more }
    return [
      { ...common, type: 'down' },
      { ...common, type: 'up', at: at + 1 },
    ]
  }
  for (const char of text.normalize('NFC')) {
    const key = keyFor(char)
    if (key) {
      const upper = /[a-z]/i.test(char) && key.shift !== capsLock
      const seen = /[a-z]/i.test(char) ? (upper ? char.toUpperCase() : char.toLowerCase()) : char
      const shown = composing ? 'Process' : seen
      presses.push(press(key.code, shown, { shift: key.shift }))
    } else if (beyond !== 'nothing') {
      const codes =
        beyond === 'utf-8 bytes' ? [...Buffer.from(char)] : [char.codePointAt(0) as number]
      for (const code of codes) presses.push(altCode(String(code), press))
    }
  }
  if (end) presses.push(press(end, end))
  return presses
}

function altCode(digits: string, press: (code: string, key: string, more?: Partial<Key>) => Key[]) {
  const [down, up] = press('AltLeft', 'Alt', { alt: true }) as [Key, Key]
  const typed = [...`0${digits}`].flatMap((digit) => press(`Numpad${digit}`, digit, { alt: true }))
  return [down, ...typed, { ...up, alt: false, at: (typed.at(-1)?.at ?? down.at) + 1 }]
}

type Rewrite = (word: string, key: string) => string | undefined

const toneOf = (tones: string) => (word: string, key: string) => {
  const mark = { 0: '\u0301', 1: '\u0300', 2: '\u0309', 3: '\u0303', 4: '\u0323' }[
    tones.indexOf(key.toLowerCase())
  ]
  const vowel = [...word].findLastIndex((letter) => /[aeiouyăâêôơư]/i.test(letter))
  if (!mark || vowel < 0) return undefined
  return [...word.slice(0, vowel + 1), mark, ...word.slice(vowel + 1)].join('').normalize('NFC')
}

/** What an input method on the machine makes of a word when this key comes; undefined lets it be. */
export const inputMethods: Record<'telex' | 'vni', Rewrite> = {
  telex(word, key) {
    const low = key.toLowerCase()
    const last = word.at(-1) ?? ''
    if (/[aeo]/.test(low) && last.toLowerCase() === low) {
      return `${word}\u0302`.normalize('NFC')
    }
    if (low === 'd' && last.toLowerCase() === 'd') {
      return word.slice(0, -1) + (last === 'D' ? 'Đ' : 'đ')
    }
    if (low === 'w') {
      if (/[ou]/i.test(last)) return `${word}\u031b`.normalize('NFC')
      if (/a/i.test(last)) return `${word}\u0306`.normalize('NFC')
      return `${word}${key === 'w' ? 'ư' : 'Ư'}`
    }
    return toneOf('sfrxj')(word, key)
  },
  vni(word, key) {
    const last = word.at(-1) ?? ''
    if (key === '9' && /d/i.test(last)) return word.slice(0, -1) + (last === 'D' ? 'Đ' : 'đ')
    const mark = { 6: '\u0302', 7: '\u031b', 8: '\u0306' }[key]
    if (mark && /[aeou]/i.test(last)) return `${word}${mark}`.normalize('NFC')
    return toneOf('12345')(word, key)
  },
}

/**
 * The same keys on a machine with such an input method, which hooks the keyboard: a key that changes
 * the word never comes down in the page; backspaces and ready letters come instead, then the key comes up.
 */
export function hooked(presses: readonly Press[], rewrite: Rewrite): Press[] {
  let word = ''
  return presses.map((press) => {
    const [down, up] = press
    if (press.length !== 2 || !down || !up || [...down.key].length !== 1) {
      word = ''
      return press
    }
    if (!/[\p{L}\d]/u.test(down.key)) {
      word = ''
      return press
    }
    const made = rewrite(word, down.key)
    if (made === undefined) {
      word += down.key
      return press
    }
    const kept = [...word].findIndex((letter, at) => letter !== [...made][at])
    const from = kept < 0 ? [...word].length : kept
    const backspaces = [...word].slice(from).flatMap(() => injected('Backspace', down.at))
    const letters = [...made].slice(from).flatMap((letter) => injected(letter, down.at))
    word = made
    return [...backspaces, ...letters, up]
  })
}

function injected(key: string, at: number): Key[] {
  const common = { ...plain, code: '', key, at }
  return [
    { ...common, type: 'down' },
    { ...common, type: 'up' },
  ]
}
