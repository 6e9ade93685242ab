/*
 * Some scanners are set to type Vietnamese as a hand would, by Telex (`Nguyeenx`) or VNI (`Nguye6n4`),
 * and count on an input method to put it together. Read by its keys such a card arrives as typed, and
 * is put together here. Scanners may also answer a Caps Lock that is on, or not.
 */

const marks = { circumflex: '\u0302', breve: '\u0306', horn: '\u031b' }
const tones = { s: '\u0301', f: '\u0300', r: '\u0309', x: '\u0303', j: '\u0323' }
const vniTones = { 1: 's', 2: 'f', 3: 'r', 4: 'x', 5: 'j' }
const isVowel = (letter) => /[aeiouy]/i.test(letter?.base ?? '')

/** The card's fields as they stand on the card. */
export function asTyped(text) {
  const fields = text.split('|')
  const method = methodOf(fields)
  const put = method ? fields.map((field, at) => (at >= 2 ? method(field) : field)) : fields
  return withoutCapsLock(put).join('|').normalize('NFC')
}

/** Telex or VNI only where several words say so; a few names of minorities end in r or s by themselves. */
function methodOf(fields) {
  const [, , name = '', , sex = '', address = ''] = fields
  if (/[^\x20-\x7e]/.test(name + sex + address)) return undefined
  const words = `${name} ${sex} ${address}`.split(/[\s,.]+/)
  const count = (pattern) => words.filter((word) => pattern.test(word)).length
  if (/^nu(wx|xw)$/i.test(sex) || count(/(aa|ee|oo|[aou]w|^dd)|[aeiouy][a-z]*[sfrxj]$/i) >= 3) {
    return (field) => field.replace(/[a-z]+/gi, telex)
  }
  if (/^nu(74|47)$/i.test(sex) || count(/^[a-z]*[aeiouyd][a-z]*[1-9][a-z1-9]*$/i) >= 3) {
    return (field) => field.replace(/[a-z][a-z0-9]*/gi, vni)
  }
  return undefined
}

function telex(word) {
  return compose(word, (key, letters) => {
    const low = key.toLowerCase()
    if (low in tones && letters.some(isVowel)) return { tone: low }
    if (low === 'w') return { mark: 'horn', also: 'breve' }
    if (/[aeo]/.test(low) && lastOf(letters, low)) return { mark: 'circumflex', on: low }
    if (low === 'd' && letters[0]?.base.toLowerCase() === 'd' && !letters[0].stroke) {
      return { stroke: true }
    }
    return undefined
  })
}

function vni(word) {
  return compose(word, (key, letters) => {
    if (!letters.length || !/[1-9]/.test(key)) return undefined
    if (key in vniTones) return letters.some(isVowel) ? { tone: vniTones[key] } : undefined
    if (key === '6') return { mark: 'circumflex' }
    if (key === '7') return { mark: 'horn' }
    if (key === '8') return { mark: 'breve' }
    return { stroke: true }
  })
}

function compose(word, actOf) {
  const letters = []
  let tone
  for (const key of word) {
    const act = actOf(key, letters)
    if (act?.tone) tone = act.tone
    else if (!(act && applied(act, letters))) letters.push({ base: key })
  }
  if (tone) {
    const place = placeOfTone(letters)
    if (place) place.tone = tone
  }
  return letters.map(written).join('')
}

function lastOf(letters, base) {
  return letters.findLast((letter) => letter.base.toLowerCase() === base && !letter.mark)
}

function applied({ mark, also, on, stroke }, letters) {
  if (stroke) {
    const d = letters.find(({ base }) => base.toLowerCase() === 'd')
    if (d) d.stroke = true
    return d !== undefined
  }
  const bases = { circumflex: on ?? 'aeo', breve: 'a', horn: 'uo' }
  const may = (which) =>
    letters.filter((each) => bases[which].includes(each.base.toLowerCase()) && !each.mark)
  const found = may(mark)
  if (found.length === 0) {
    return also !== undefined && applied({ mark: also }, letters)
  }
  const last = found.at(-1)
  const before = letters[letters.indexOf(last) - 1]
  last.mark = mark
  // `uo` becomes `ươ` as one, after a consonant and before one.
  if (mark === 'horn' && found.includes(before) && /o/i.test(last.base) && /u/i.test(before.base)) {
    before.mark = 'horn'
  }
  return true
}

/** As the old spelling has it, which cards print: `Hòa`, `Thủy`; `qu` and `gi` are consonants. */
function placeOfTone(letters) {
  const lower = letters.map(({ base }) => base.toLowerCase()).join('')
  const begin = /^qu|^gi(?=[aeouy])/.exec(lower)?.[0].length ?? 0
  const vowels = letters.filter((letter, at) => at >= begin && isVowel(letter))
  const marked = vowels.findLast(({ mark }) => mark)
  if (marked) return marked
  const closed = !isVowel(letters.at(-1))
  return vowels.length === 3 || (closed && vowels.length === 2) ? vowels[1] : vowels[0]
}

function written({ base, mark, tone, stroke }) {
  if (stroke) return base === 'D' ? 'Đ' : 'đ'
  return base + (mark ? marks[mark] : '') + (tone ? tones[tone] : '')
}

/** `nGUYỄN tHỊ aN` and `nAM`: a scanner that answered a Caps Lock nobody else did. */
function withoutCapsLock(fields) {
  const [, , name = '', , sex = ''] = fields
  if (!/^n(AM|Ữ|U)$/.test(sex.normalize('NFC')) && !/^\p{Ll}\p{Lu}+( |$)/u.test(name)) return fields
  return fields.map((field) =>
    [...field.normalize('NFC')]
      .map((char) => (char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase()))
      .join(''),
  )
}
