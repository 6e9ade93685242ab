import { all, any, ask, type Condition, known, no, numberAt, valueAt } from '../condition.ts'

type Eye = 'right' | 'left' | 'both'
type Findings = Readonly<Record<string, unknown>>

const reads = (...eyes: Eye[]) =>
  eyes.flatMap((eye) => [`acuity.${eye}.uncorrected`, `acuity.${eye}.corrected`])

/** Tenths with the best correction: no corrected value means no glasses. */
function counted(findings: Findings, eye: Eye): number | undefined {
  return (
    numberAt(findings, `acuity.${eye}.corrected`) ?? numberAt(findings, `acuity.${eye}.uncorrected`)
  )
}

function eyeBelow(eye: Eye, tenths: number): Condition {
  return {
    reads: reads(eye),
    judge({ findings }) {
      const value = counted(findings, eye)
      return value === undefined ? ask(`acuity.${eye}.uncorrected`) : known(value < tenths)
    },
  }
}

/** A one-eyed person counts with the better eye; the other eye is not asked for. */
function onlyEyeBelow(tenths: number): Condition {
  return {
    reads: reads('right', 'left'),
    judge({ findings }) {
      const measured = [counted(findings, 'right'), counted(findings, 'left')].filter(
        (value) => value !== undefined,
      )
      if (measured.length === 0) return ask('acuity.right.uncorrected', 'acuity.left.uncorrected')
      return known(Math.max(...measured) < tenths)
    },
  }
}

/** Both eyes together, or the only eye: groups 1 and 2. */
export function sightBelow(tenths: number): Condition {
  const [together, onlyEye] = [eyeBelow('both', tenths), onlyEyeBelow(tenths)]
  return {
    reads: ['oneEyed', ...together.reads, ...onlyEye.reads],
    judge(facts) {
      const oneEyed = valueAt(facts.findings, 'oneEyed')
      if (oneEyed === true) return onlyEye.judge(facts)
      const both = together.judge(facts)
      if (oneEyed === false) return both
      if (both.holds === 'unknown') return ask('oneEyed', ...both.asks)
      return both.holds === onlyEye.judge(facts).holds ? both : ask('oneEyed')
    },
  }
}

export function betterEyeBelow(tenths: number): Condition {
  const eitherEye = all(eyeBelow('right', tenths), eyeBelow('left', tenths))
  const onlyEye = onlyEyeBelow(tenths)
  return {
    reads: ['oneEyed', ...eitherEye.reads],
    judge: (facts) =>
      (valueAt(facts.findings, 'oneEyed') === true ? onlyEye : eitherEye).judge(facts),
  }
}

/** The eye that a one-eyed person has lost is not asked for; group 3 has a rule of its own for it. */
export function worseEyeBelow(tenths: number): Condition {
  const eitherEye = any(eyeBelow('right', tenths), eyeBelow('left', tenths))
  return {
    reads: ['oneEyed', ...eitherEye.reads],
    judge(facts) {
      const judgement = eitherEye.judge(facts)
      const oneEyed = valueAt(facts.findings, 'oneEyed') === true
      return oneEyed && judgement.holds === 'unknown' ? no : judgement
    },
  }
}

/** +5.00 D and −8.00 D exactly pass. */
export function lensBeyond(eye: 'right' | 'left', plus: number, minus: number): Condition {
  const [own, other] = [`refraction.${eye}`, `refraction.${eye === 'right' ? 'left' : 'right'}`]
  return {
    reads: [own, 'oneEyed'],
    judge({ findings }) {
      const power = numberAt(findings, own)
      if (power !== undefined) return known(power > plus || power < minus)
      const lost = valueAt(findings, 'oneEyed') === true && numberAt(findings, other) !== undefined
      return lost ? no : ask(own)
    },
  }
}
