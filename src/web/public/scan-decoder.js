import { asTyped } from './scan-vietnamese.js'

/*
 * Reads what a scanner types from the keys themselves. A Vietnamese input method changes what arrives
 * in a field; which key went down, and with shift or not, it does not change. Pure: it is told of
 * every key with its time and keeps no page.
 *
 * A scan is known by its speed and its shape: twelve digits and a bar, no two keys further apart than
 * a hand could. Until then nothing is held back; from then on every key is the scanner's.
 */

/** Between two keys of a scanner; hands are two and three times slower, over thirteen keys at that. */
export const LONGEST_GAP_MS = 60
/** A scanner that has begun may pause (wireless, Alt codes); longer, it has stopped. */
export const LONGEST_PAUSE_MS = 400

const begins = /^(\]Q\d)?\d{12}\|$/
/** Number, old number, name, birth date, sex, address, issue date; later cards add fields. */
const whole = /^(\]Q\d)?\d{12}\|(\d{9})?\|[^|]+\|\d{8}\|[^|]+\|[^|]*\|\d{8}(\||$)/
const LONGEST = 2000

/** What a key types on the American layout, which scanners speak unless told otherwise. */
const typed = new Map([
  ...[...'abcdefghijklmnopqrstuvwxyz'].map((letter) => [
    `Key${letter.toUpperCase()}`,
    [letter, letter.toUpperCase()],
  ]),
  ...[...'0123456789'].map((digit, at) => [`Digit${digit}`, [digit, ')!@#$%^&*('[at]]]),
  ...[...'0123456789'].map((digit) => [`Numpad${digit}`, [digit, digit]]),
  ['Space', [' ', ' ']],
  ['Minus', ['-', '_']],
  ['Equal', ['=', '+']],
  ['BracketLeft', ['[', '{']],
  ['BracketRight', [']', '}']],
  ['Backslash', ['\\', '|']],
  ['IntlBackslash', ['\\', '|']],
  ['Semicolon', [';', ':']],
  ['Quote', ["'", '"']],
  ['Backquote', ['`', '~']],
  ['Comma', [',', '<']],
  ['Period', ['.', '>']],
  ['Slash', ['/', '?']],
  ['NumpadDivide', ['/', '/']],
  ['NumpadMultiply', ['*', '*']],
  ['NumpadSubtract', ['-', '-']],
  ['NumpadAdd', ['+', '+']],
  ['NumpadDecimal', ['.', '.']],
])

const isLineEnd = ({ code, key, ctrl }) =>
  ctrl ? code === 'KeyJ' || code === 'KeyM' : /^(Numpad)?Enter$|^Tab$/.test(code || key)
const isModifier = ({ key, code }) =>
  /^(Shift|Control|Alt|Meta|CapsLock|NumLock|AltGraph|OS)/.test(code || key)

/** `take` every key; it answers `idle`, `scanning` or `complete`. */
export function openDecoder() {
  let units = []
  let state = 'idle'
  let last = Number.NEGATIVE_INFINITY
  let byKey = false
  /** Digits of the Alt code being typed. */
  let alt
  /** What an input method took away and put there instead, until the key that made it do so comes up. */
  let edit
  const held = new Set()

  const reset = () => {
    units = []
    state = 'idle'
    byKey = false
    alt = undefined
    edit = undefined
  }
  const text = () => textOf(units, byKey)

  function take(key) {
    if (key.type === 'up') return up(key)
    if (key.repeat) {
      if (state === 'idle') reset()
      return state
    }
    const gap = key.at - last
    if (gap > (state === 'scanning' ? LONGEST_PAUSE_MS : LONGEST_GAP_MS)) reset()
    held.add(key.code)
    if (isModifier(key)) return state
    last = key.at
    if (isLineEnd(key)) return end()
    if (key.ctrl || key.meta || key.key === 'Escape') {
      reset()
      return state
    }
    put(key)
    if (units.length > LONGEST) reset()
    if (state === 'idle') recognise()
    return state
  }

  function put(key) {
    if (key.alt && /^Numpad(\d|Add)$/.test(key.code)) {
      alt = (alt ?? '') + (key.code === 'NumpadAdd' ? '+' : key.code.at(-1))
      return
    }
    if (key.key === 'Backspace') {
      edit ??= { kept: [...units] }
      units.pop()
      return
    }
    const keys = typed.get(key.code)
    const single = [...key.key].length === 1 ? key.key : ''
    if (keys) {
      edit = undefined
      units.push({ code: keys[key.shift ? 1 : 0], key: single || keys[key.shift ? 1 : 0] })
    } else if (single) {
      edit ??= { kept: [...units] }
      units.push({ code: single, key: single })
    }
  }

  function up(key) {
    if (/^Alt/.test(key.code || key.key)) {
      if (alt) units.push({ alt })
      if (alt) last = key.at
      alt = undefined
    } else if (!held.has(key.code) && typed.has(key.code) && edit && !key.alt) {
      // The key never went down here: an input method swallowed it and wrote something of its own.
      const char = typed.get(key.code)[key.shift ? 1 : 0]
      units = [...edit.kept, { code: char, key: char }]
      edit = undefined
    }
    held.delete(key.code)
    return state
  }

  function recognise() {
    if (begins.test(textOf(units, false))) state = 'scanning'
    else if (begins.test(textOf(units, true))) {
      // Another layout, and the scanner speaks it: the keys' own characters are right.
      state = 'scanning'
      byKey = true
    }
  }

  function end() {
    if (state === 'scanning') state = 'complete'
    else reset()
    return state
  }

  /** Text that came without a key, from a driver or an input method; Alt codes were read already. */
  function insert(text) {
    if (state !== 'scanning' || units.at(-1)?.alt !== undefined) return
    units.push(...[...text].map((char) => ({ code: char, key: char })))
  }

  return {
    take,
    insert,
    /** How many keys the present burst has. */
    length: () => units.length,
    state: () => state,
    /** Whether nothing is missing, for scanners that end without a line end. */
    isWhole: () => isWhole(text()),
    text: () => asTyped(withoutPrefix(text())),
    reset,
  }
}

/** Whether a text has the shape of a card's code, wherever it comes from. */
export function isWhole(text) {
  return whole.test(text.trim())
}

/** AIM's name of the symbology, which some scanners put before what they read. */
export function withoutPrefix(text) {
  return text.trim().replace(/^\]Q\d/, '')
}

function textOf(units, byKey) {
  let text = ''
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at]
    if (unit.alt === undefined) {
      text += byKey ? unit.key : unit.code
      continue
    }
    const run = []
    while (units[at]?.alt !== undefined) run.push(units[at++].alt)
    at -= 1
    text += ofAltCodes(run)
  }
  return text.normalize('NFC')
}

/** Alt codes are the bytes of UTF-8 with some scanners, code points with others. */
function ofAltCodes(codes) {
  const numbers = codes.map((code) =>
    code.startsWith('+') ? Number.parseInt(code.slice(1), 16) : Number(code),
  )
  if (numbers.every((number) => number <= 255)) {
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(numbers))
    } catch {
      // Not UTF-8: each is a character.
    }
  }
  return numbers
    .map((number) => (number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : ''))
    .join('')
}
