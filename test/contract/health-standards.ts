/**
 * The health standards a second time, read from the law's table by someone who has not seen the
 * engine: plain predicates over complete findings. What is missing follows by trying every value
 * that an unmeasured property could have.
 */
export type Group = 1 | 2 | 3
export type Value = string | number | boolean | null
/** `section.path` → what was measured; absent = not measured. */
export type Person = Record<string, Value | undefined>
export type Judged = { outcome: string; sections: string[]; missing: string[] }

type Row = {
  groups: readonly Group[]
  section: string
  reads: readonly string[]
  fails: (...values: never[]) => boolean
  /** A property that is asked for only once another is known to make it matter. */
  asked?: Record<string, (person: Person) => boolean>
}

const both = [true, false] as const
export const fitOn = '2026-11-23'

/** Values on both sides of every boundary; the first is a fit person's. */
export const domains: Record<string, readonly Value[]> = {
  'psychiatry.acuteOrProgressing': [false, true],
  'psychiatry.stableSince': [null, '2026-05-24', '2026-05-23', '2024-11-24', '2024-11-23'],
  'neurology.epilepsy': [false, true],
  'neurology.lastSeizureOn': ['2020-02-29', '2024-11-24', '2024-11-23', '2026-11-23'],
  'neurology.paralysedLimbs': [0, 1, 2, 4],
  'neurology.extrapyramidalSyndrome': [false, true],
  'neurology.deepSensationDisorder': [false, true],
  'neurology.superficialSensationDisorder': [false, true],
  'neurology.pathologicalVertigo': [false, true],
  'eyes.acuity.both': [10, 3.9, 4, 4.9, 5],
  'eyes.acuity.right': [10, 3.9, 4, 4.9, 5, 7.9, 8],
  'eyes.acuity.left': [9, 3.9, 4, 4.9, 5, 7.9, 8],
  'eyes.oneEyed': [false],
  'eyes.refraction.right': [0, 5, 5.01, -8, -8.01],
  'eyes.refraction.left': [-1.5, 5, 5.25, -8, -8.25],
  'eyes.colourVision': ['normal', 'total', 'red', 'green', 'yellow'],
  'eyes.diplopia': [false, true],
  'eyes.diplopiaWithPrism': [false, true],
  'eyes.field.horizontal': [180, 160, 159],
  'eyes.field.rightExtent': [90, 70, 69.5],
  'eyes.field.leftExtent': [90, 70, 69],
  'eyes.field.above': [60, 30, 29],
  'eyes.field.below': [70, 30, 29.9],
  'eyes.field.hemianopia': [false, true],
  'eyes.field.scotoma': [false, true],
  'eyes.glareDisease': [false, true],
  'eyes.nightBlindness': [false, true],
  'ent.right.speech': [5, 4, 3.9],
  'ent.right.whisper': [2, 1.6, 1.5],
  'ent.left.speech': [6, 4, 3.9],
  'ent.left.whisper': [3, 1.6, 1.5],
  'cardiovascular.systolic': [120, 85, 90, 89, 100, 101, 179, 180],
  'cardiovascular.diastolic': [80, 60, 99, 100, 95],
  'cardiovascular.hypertensionTreated': [false, true],
  'cardiovascular.lowPressureSymptoms': [false, true],
  'cardiovascular.avBlock': [0, 1, 2, 3],
  'cardiovascular.symptomaticBradycardia': [false, true],
  'cardiovascular.unstableTachyarrhythmia': [false, true],
  'cardiovascular.lown': [0, 1, 2, 3, 5],
  'cardiovascular.structuralHeartDisease': [false, true],
  'cardiovascular.nyha': [0, 1, 2, 3, 4],
  'cardiovascular.vascularDiseaseAffectingDriving': [false, true],
  'cardiovascular.coronaryAngina': [false, true],
  'cardiovascular.heartTransplant': [false, true],
  'cardiovascular.coronaryRevascularised': [false, true],
  'respiratory.mmrc': [0, 1, 2, 3, 4],
  'respiratory.asthma': ['none', 'controlled', 'partly', 'uncontrolled'],
  'respiratory.infectiousTuberculosis': [false, true],
  'musculoskeletal.lostHandOrFoot': [false, true],
  'musculoskeletal.otherLimbImpaired': [false, true],
  'musculoskeletal.fusedLargeJoint': [false, true],
  'musculoskeletal.pseudarthrosis': [false, true],
  'musculoskeletal.severeSpinalDeformity': [false, true],
  'musculoskeletal.limbLengthDifference': [0, 4.9, 5, 50],
  'musculoskeletal.lengthAid': [false, true],
  'musculoskeletal.lostFingersOneHand': [0, 1, 2, 5],
  'musculoskeletal.lostFeet': [0, 1, 2],
  'endocrine.diabetes': [false, true],
  'endocrine.lastDiabeticComaOn': [null, '2026-10-24', '2026-10-23', '2026-11-23'],
  'substances.amphetamin': ['negative', 'positive'],
  'substances.marijuana': ['negative', 'positive'],
  'substances.morphin': ['negative', 'positive'],
  'substances.codein': ['negative', 'positive'],
  'substances.heroin': ['negative', 'positive'],
  'substances.impairingMedicine': [false, true],
  'substances.stimulantOrHallucinogenAbuse': [false, true],
}

const at = (section: string, ...names: string[]) => names.map((name) => `${section}.${name}`)
const row = (
  groups: readonly Group[],
  section: string,
  names: readonly string[],
  fails: Row['fails'],
  asked?: Row['asked'],
): Row => ({ groups, section, reads: at(section, ...names), fails, ...(asked && { asked }) })
const is = (groups: readonly Group[], section: string, ...names: string[]) =>
  names.map((name) => row(groups, section, [name], (found: boolean) => found))

/** Both eyes together, or the only one. */
const sight = (groups: readonly Group[], tenths: number) =>
  row(
    groups,
    'eyes',
    ['oneEyed', 'acuity.both', 'acuity.right', 'acuity.left'],
    (one: boolean, together: number, right: number, left: number) =>
      (one ? Math.max(right, left) : together) < tenths,
    {
      'eyes.acuity.right': (person) => person['eyes.oneEyed'] === true,
      'eyes.acuity.left': (person) => person['eyes.oneEyed'] === true,
    },
  )

const all = [1, 2, 3] as const
const law: readonly Row[] = [
  ...is(all, 'psychiatry', 'acuteOrProgressing'),
  row([2], 'psychiatry', ['stableSince'], (day: string) => day > '2026-05-23'),
  row([3], 'psychiatry', ['stableSince'], (day: string) => day > '2024-11-23'),
  row([1, 2], 'neurology', ['paralysedLimbs'], (limbs: number) => limbs >= 2),
  row([3], 'neurology', ['paralysedLimbs'], (limbs: number) => limbs >= 1),
  row(
    [2],
    'neurology',
    ['epilepsy', 'lastSeizureOn'],
    (ill: boolean, day: string) => ill && day > '2024-11-23',
    { 'neurology.lastSeizureOn': (person) => person['neurology.epilepsy'] === true },
  ),
  ...is([3], 'neurology', 'epilepsy', 'superficialSensationDisorder'),
  ...is(
    [2, 3],
    'neurology',
    'extrapyramidalSyndrome',
    'deepSensationDisorder',
    'pathologicalVertigo',
  ),
  sight([1], 4),
  sight([2], 5),
  row(
    [3],
    'eyes',
    ['acuity.right', 'acuity.left'],
    (right: number, left: number) => Math.max(right, left) < 8,
  ),
  row(
    [3],
    'eyes',
    ['acuity.right', 'acuity.left'],
    (right: number, left: number) => Math.min(right, left) < 5,
  ),
  row([3], 'eyes', ['refraction.right'], (lens: number) => lens > 5 || lens < -8),
  row([3], 'eyes', ['refraction.left'], (lens: number) => lens > 5 || lens < -8),
  row(all, 'eyes', ['colourVision'], (seen: string) => seen !== 'normal'),
  row(
    [2],
    'eyes',
    ['diplopia', 'diplopiaWithPrism'],
    (double: boolean, still: boolean) => double && still,
    { 'eyes.diplopiaWithPrism': (person) => person['eyes.diplopia'] === true },
  ),
  ...is([3], 'eyes', 'diplopia', 'field.hemianopia', 'field.scotoma', 'glareDisease'),
  ...is([3], 'eyes', 'nightBlindness', 'oneEyed'),
  row([3], 'eyes', ['field.horizontal'], (degrees: number) => degrees < 160),
  row([3], 'eyes', ['field.rightExtent'], (degrees: number) => degrees < 70),
  row([3], 'eyes', ['field.leftExtent'], (degrees: number) => degrees < 70),
  row([3], 'eyes', ['field.above'], (degrees: number) => degrees < 30),
  row([3], 'eyes', ['field.below'], (degrees: number) => degrees < 30),
  row(
    [3],
    'ent',
    ['right.speech', 'right.whisper', 'left.speech', 'left.whisper'],
    (rs: number, rw: number, ls: number, lw: number) =>
      !((rs >= 4 && rw > 1.5) || (ls >= 4 && lw > 1.5)),
  ),
  row([2, 3], 'cardiovascular', ['avBlock'], (degree: number) => degree >= 2),
  ...is([2, 3], 'cardiovascular', 'symptomaticBradycardia'),
  row([2], 'cardiovascular', ['nyha'], (degree: number) => degree >= 3),
  row([3], 'cardiovascular', ['nyha'], (degree: number) => degree >= 2),
  ...is(
    [3],
    'cardiovascular',
    'unstableTachyarrhythmia',
    'vascularDiseaseAffectingDriving',
    'coronaryAngina',
    'heartTransplant',
    'coronaryRevascularised',
  ),
  row(
    [3],
    'cardiovascular',
    ['lown', 'structuralHeartDisease'],
    (lown: number, ill: boolean) => lown >= 3 || (lown >= 1 && ill),
  ),
  row(
    [3],
    'cardiovascular',
    ['systolic', 'diastolic', 'hypertensionTreated'],
    (high: number, low: number, treated: boolean) => treated && (high >= 180 || low >= 100),
    {
      'cardiovascular.hypertensionTreated': (person) =>
        Number(person['cardiovascular.systolic'] ?? 0) >= 180 ||
        Number(person['cardiovascular.diastolic'] ?? 0) >= 100,
    },
  ),
  row(
    [3],
    'cardiovascular',
    ['systolic', 'diastolic', 'lowPressureSymptoms'],
    (high: number, _low: number, ill: boolean) => high < 90 && ill,
    {
      'cardiovascular.lowPressureSymptoms': (person) =>
        Number(person['cardiovascular.systolic'] ?? 300) < 90,
    },
  ),
  row([2], 'respiratory', ['mmrc'], (degree: number) => degree >= 3),
  row([3], 'respiratory', ['mmrc'], (degree: number) => degree >= 2),
  row(
    [3],
    'respiratory',
    ['asthma'],
    (held: string) => held === 'partly' || held === 'uncontrolled',
  ),
  ...is([3], 'respiratory', 'infectiousTuberculosis'),
  row(
    [1, 2],
    'musculoskeletal',
    ['lostHandOrFoot', 'otherLimbImpaired'],
    (lost: boolean, other: boolean) => lost && other,
    {
      'musculoskeletal.otherLimbImpaired': (person) =>
        person['musculoskeletal.lostHandOrFoot'] === true,
    },
  ),
  ...is(
    [3],
    'musculoskeletal',
    'lostHandOrFoot',
    'fusedLargeJoint',
    'pseudarthrosis',
    'severeSpinalDeformity',
  ),
  row(
    [3],
    'musculoskeletal',
    ['limbLengthDifference', 'lengthAid'],
    (difference: number, aid: boolean) => difference >= 5 && !aid,
    {
      'musculoskeletal.lengthAid': (person) =>
        Number(person['musculoskeletal.limbLengthDifference'] ?? 0) >= 5,
    },
  ),
  row([3], 'musculoskeletal', ['lostFingersOneHand'], (fingers: number) => fingers >= 2),
  row([3], 'musculoskeletal', ['lostFeet'], (feet: number) => feet >= 1),
  row(
    [3],
    'endocrine',
    ['diabetes', 'lastDiabeticComaOn'],
    (ill: boolean, day: string | null) => ill && day !== null && day > '2026-10-23',
  ),
  ...['amphetamin', 'marijuana', 'morphin', 'codein', 'heroin'].map((drug) =>
    row(all, 'substances', [drug], (result: string) => result === 'positive'),
  ),
  ...is([2, 3], 'substances', 'impairingMedicine', 'stimulantOrHallucinogenAbuse'),
]

/** Nulls that say "never": they leave nothing open. */
const answeredByNull = ['psychiatry.stableSince', 'endocrine.lastDiabeticComaOn']

function isOpen(person: Person, path: string): boolean {
  return person[path] === undefined && !answeredByNull.includes(path)
}

function possible(person: Person): boolean {
  const [high, low] = [person['cardiovascular.systolic'], person['cardiovascular.diastolic']]
  return typeof high !== 'number' || typeof low !== 'number' || low < high
}

/** The person with every way of filling in what is open. */
function completions(person: Person, open: readonly string[]): Person[] {
  return open
    .reduce<Person[]>(
      (people, path) =>
        people.flatMap((known) =>
          (path === 'eyes.oneEyed' ? both : (domains[path] ?? [])).map((value) => ({
            ...known,
            [path]: value,
          })),
        ),
      [person],
    )
    .filter(possible)
}

function failsFor({ reads, fails }: Row, person: Person): boolean {
  if (reads[0] === 'psychiatry.stableSince' && person[reads[0]] == null) return false
  const values = reads.map((path) => person[path] ?? null)
  return (fails as (...values: Value[]) => boolean)(...values)
}

function matters(rule: Row, person: Person, path: string, open: readonly string[]): boolean {
  if (rule.asked?.[path] && !rule.asked[path](person)) return false
  const others = open.filter((other) => other !== path)
  return completions(person, others).some((filled) => {
    const answers = completions(filled, [path]).map((whole) => failsFor(rule, whole))
    return new Set(answers).size > 1
  })
}

export function judge(group: Group, person: Person): Judged {
  const sections = new Set<string>()
  const missing = new Set<string>()
  for (const rule of law.filter(({ groups }) => groups.includes(group))) {
    const open = rule.reads.filter((path) => isOpen(person, path))
    const answers = completions(person, open).map((whole) => failsFor(rule, whole))
    if (!answers.includes(false)) sections.add(rule.section)
    if (new Set(answers).size < 2) continue
    for (const path of open) if (matters(rule, person, path, open)) missing.add(path)
  }
  // "Never a coma" answers the question only of someone who was asked.
  if (group === 3 && person['endocrine.diabetes'] === undefined) {
    if (person['endocrine.lastDiabeticComaOn'] == null) missing.add('endocrine.diabetes')
  }
  const outcome = sections.size > 0 ? 'unfit' : missing.size > 0 ? 'incomplete' : 'fit'
  return { outcome, sections: [...sections].sort(), missing: [...missing].sort() }
}

export const fitPerson: Person = Object.fromEntries(
  Object.entries(domains).map(([path, [first]]) => [path, first]),
)
