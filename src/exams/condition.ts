import type { CalendarDate } from '../core/calendar-date.ts'
import { addMonths } from '../core/calendar-date.ts'
import type { AlcoholUnit, Findings, Section } from './findings.ts'

/** What a condition is judged on: one section's findings, the day, and what is configured. */
export type Facts = {
  findings: Readonly<Record<string, unknown>>
  on: CalendarDate
  alcoholLimits: Readonly<Record<AlcoholUnit, number>>
}

/**
 * Three-valued: `unknown` names the properties that would settle it. What cannot change the
 * answer any more is never asked for.
 */
export type Judgement = { holds: boolean } | { holds: 'unknown'; asks: readonly string[] }

export type Condition = {
  reads: readonly string[]
  judge(facts: Facts): Judgement
}

const yes: Judgement = { holds: true }
export const no: Judgement = { holds: false }
export const ask = (...asks: string[]): Judgement => ({ holds: 'unknown', asks })
export const known = (holds: boolean): Judgement => (holds ? yes : no)

type Leaf = string | number | boolean
type PathOf<T> = {
  [K in keyof T & string]-?: NonNullable<T[K]> extends Leaf | readonly unknown[]
    ? K
    : `${K}.${PathOf<NonNullable<T[K]>>}`
}[keyof T & string]
export type PropertyOf<S extends Section> = PathOf<NonNullable<Findings[S]>>

/** The value at a dotted path; absent and null are both `undefined`, not measured. */
export function valueAt(findings: Readonly<Record<string, unknown>>, path: string): unknown {
  let value: unknown = findings
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined
    value = (value as Record<string, unknown>)[key]
  }
  return value ?? undefined
}

export function numberAt(findings: Facts['findings'], path: string): number | undefined {
  const value = valueAt(findings, path)
  return typeof value === 'number' ? value : undefined
}

/** A condition on one property, asked for while it is not measured. */
function on(path: string, test: (value: unknown) => boolean): Condition {
  return {
    reads: [path],
    judge({ findings }) {
      const value = valueAt(findings, path)
      return value === undefined ? ask(path) : known(test(value))
    },
  }
}

/** The vocabulary of one section; its paths are checked against the findings' schema. */
export function about<S extends Section>(_section: S) {
  type Path = PropertyOf<S>
  return {
    is: (path: Path): Condition => on(path, (value) => value === true),
    oneOf: (path: Path, ...values: string[]): Condition =>
      on(path, (value) => values.includes(String(value))),
    below: (path: Path, limit: number): Condition => on(path, (value) => Number(value) < limit),
    atMost: (path: Path, limit: number): Condition => on(path, (value) => Number(value) <= limit),
    atLeast: (path: Path, limit: number): Condition => on(path, (value) => Number(value) >= limit),
    above: (path: Path, limit: number): Condition => on(path, (value) => Number(value) > limit),
    /** Less than so many calendar months ago; no date is an answer: it never was. */
    within: (path: Path, months: number): Condition => ({
      ...dated(path, months),
      judge: (facts) =>
        valueAt(facts.findings, path) === undefined ? no : dated(path, months).judge(facts),
    }),
    /** As `within`, where the date has to be known. */
    withinKnown: (path: Path, months: number): Condition => dated(path, months),
  }
}

/** The same day of the month counts as passed; month ends clamp. */
function dated(path: string, months: number): Condition {
  return {
    reads: [path],
    judge({ findings, on: today }) {
      const value = valueAt(findings, path)
      return value === undefined
        ? ask(path)
        : known(today < addMonths(value as CalendarDate, months))
    },
  }
}

export function all(...conditions: Condition[]): Condition {
  return combined(conditions, false)
}

export function any(...conditions: Condition[]): Condition {
  return combined(conditions, true)
}

/** `settles` is the answer that one operand alone is enough for: false for all, true for any. */
function combined(conditions: Condition[], settles: boolean): Condition {
  return {
    reads: readsOf(conditions),
    judge(facts) {
      const asks: string[] = []
      for (const condition of conditions) {
        const judgement = condition.judge(facts)
        if (judgement.holds === settles) return judgement
        if (judgement.holds === 'unknown') asks.push(...judgement.asks)
      }
      return asks.length > 0 ? ask(...new Set(asks)) : known(!settles)
    },
  }
}

export function not(condition: Condition): Condition {
  return {
    reads: condition.reads,
    judge(facts) {
      const judgement = condition.judge(facts)
      return judgement.holds === 'unknown' ? judgement : known(!judgement.holds)
    },
  }
}

/** Both, but the second is asked for only once the first is known to hold. */
export function onlyWhen(first: Condition, then: Condition): Condition {
  return {
    reads: readsOf([first, then]),
    judge(facts) {
      const gate = first.judge(facts)
      if (gate.holds === false) return no
      const rest = then.judge(facts)
      if (rest.holds === false) return no
      return gate.holds === true ? rest : gate
    },
  }
}

export function readsOf(conditions: readonly Condition[]): readonly string[] {
  return [...new Set(conditions.flatMap((condition) => condition.reads))]
}
