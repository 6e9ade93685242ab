import { say, type Text } from '../core/text.ts'
import { type Findings, type Section, screenedDrugs } from './findings.ts'
import { headlineWords as words } from './headline-words.ts'

type Shown = { text: Text; values: Record<string, string | number> }

/** A section's measurements in a few characters: pressure, acuity, hearing, the drug screen. */
export function headlineOf(section: Section, findings: Findings): Text | undefined {
  const shown = readings(section, findings)
  if (shown.length === 0) return undefined
  return {
    vi: shown
      .map(({ text, values }) => say(text, 'vi', values).replace(/(?<=\d)\.(?=\d)/g, ','))
      .join(' · '),
    en: shown.map(({ text, values }) => say(text, 'en', values)).join(' · '),
  }
}

function readings(section: Section, findings: Findings): Shown[] {
  switch (section) {
    case 'eyes':
      return ofEyes(findings.eyes)
    case 'ent':
      return ofEars(findings.ent)
    case 'cardiovascular':
      return ofHeart(findings.cardiovascular)
    case 'substances':
      return ofScreen(findings.substances)
    default:
      return []
  }
}

function ofEyes(eyes: Findings['eyes']): Shown[] {
  const best = (eye: 'right' | 'left' | 'both') => {
    const measured = eyes?.acuity?.[eye]
    const values = [measured?.uncorrected, measured?.corrected].filter((each) => each != null)
    return values.length > 0 ? Math.max(...values) : undefined
  }
  return present([
    [words.right, { value: best('right') }],
    [words.left, { value: best('left') }],
    [words.both, { value: best('both') }],
  ])
}

function ofEars(ent: Findings['ent']): Shown[] {
  return present([
    [words.speech, { right: ent?.right?.speech, left: ent?.left?.speech }],
    [words.whisper, { right: ent?.right?.whisper, left: ent?.left?.whisper }],
  ])
}

function ofHeart(heart: Findings['cardiovascular']): Shown[] {
  return present([
    [words.pressure, { systolic: heart?.systolic, diastolic: heart?.diastolic }],
    [words.pulse, { pulse: heart?.pulse }],
  ])
}

function ofScreen(found: Findings['substances']): Shown[] {
  const negative = screenedDrugs.filter((drug) => found?.[drug] === 'negative').length
  const of = screenedDrugs.length
  return [
    ...(negative > 0 ? [{ text: words.negative, values: { negative, of } }] : []),
    ...(found?.alcohol ? [{ text: words.alcohol, values: { value: found.alcohol.value } }] : []),
  ]
}

type Candidate = readonly [Text, Record<string, number | null | undefined>]

/** Only what was measured whole. */
function present(candidates: readonly Candidate[]): Shown[] {
  return candidates.flatMap(([text, values]) => {
    const entries = Object.entries(values)
    if (entries.some(([, value]) => value == null)) return []
    return [{ text, values: Object.fromEntries(entries) as Record<string, number> }]
  })
}
