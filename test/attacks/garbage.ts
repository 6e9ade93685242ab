import fc from 'fast-check'

/** What a query, a form field or a text in JSON may hold that nobody expects. */
export const oddTexts = [
  '',
  "' OR 1=1 --",
  'name); DROP TABLE patient; --',
  '1 UNION SELECT password FROM auth_account',
  'ab\0cd',
  '\ud800xx',
  '%25_\\',
  '🩺𝔘𝔫𝔦 ̸̡͉̓ \u202eabc\ufeff',
  '../../../../etc/passwd',
  'x'.repeat(5_000),
  '-1',
  '9'.repeat(40),
  '1e309',
  'NaN',
  '__proto__',
  'constructor',
  '2026-13-45T99:99:99Z',
  'eyJhIjpbXX0',
  '01900000-0000-7000-8000-000000000000',
  '{"$gt":""}',
]

/** Those of them that a query of a list might fall over. */
export const oddQueries = oddTexts.filter((_, at) => [1, 2, 4, 6, 7, 9, 10, 12, 16].includes(at))

/** Any JSON: odd texts and numbers in it, odd names, deep nests. */
export const oddJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 2, arbitrary: fc.constantFrom(...oddTexts) },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(
      null,
      true,
      0,
      -1,
      1.5,
      1e308,
      2 ** 53,
      2 ** 31,
      [],
      {},
      [[]],
      nest(40),
    ),
  },
)

function nest(depth: number): unknown {
  let value: unknown = 'x'
  for (let at = 0; at < depth; at++) value = at % 2 ? { a: value } : [value]
  return value
}

/** A body that would be taken, with one thing in it replaced, added or left out. */
export function spoilt(body: unknown): fc.Arbitrary<unknown> {
  const places = placesIn(body)
  return fc
    .record({ place: fc.constantFrom(...places), value: oddJson, drop: fc.boolean() })
    .map(({ place, value, drop }) => replaced(body, place, drop ? undefined : value))
}

type Place = readonly string[]

function placesIn(value: unknown, at: Place = []): Place[] {
  if (typeof value !== 'object' || value === null) return [at]
  const inner = Object.entries(value).flatMap(([key, each]) => placesIn(each, [...at, key]))
  return [at, [...at, 'extra'], ...inner]
}

function replaced(body: unknown, [key, ...rest]: Place, value: unknown): unknown {
  if (key === undefined) return value
  if (typeof body !== 'object' || body === null) return value
  const inner = replaced((body as Record<string, unknown>)[key], rest, value)
  if (Array.isArray(body)) return body.map((each, at) => (String(at) === key ? inner : each))
  return { ...body, [key]: inner }
}
