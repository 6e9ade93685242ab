/** Where a file stands: its layer, its feature, and its part in the feature (design: a feature is). */
export type Place = { layer: Layer; feature: string; part: Part }
export type Layer = 'core' | 'platform' | 'web' | 'feature' | 'root' | 'elsewhere'
export type Part =
  | 'pure'
  | 'present'
  | 'views'
  | 'drawing'
  | 'repository'
  | 'commands'
  | 'jobs'
  | 'handlers'
  | 'outward'
  | 'door'

/** Features see those before them, and of those after them nothing. */
export const line = [
  ['identity'],
  ['settings'],
  ['patients'],
  ['frontdesk'],
  ['exams'],
  ['records', 'billing', 'renewals'],
  ['portal', 'fhir', 'reports'],
  ['setup'],
  ['home'],
] as const

/** What a part may call, whichever feature it is in. */
export const mayCall: Readonly<Record<Part, readonly Part[]>> = {
  pure: ['pure'],
  present: ['present', 'pure'],
  views: ['views', 'present', 'pure'],
  drawing: ['drawing', 'present', 'pure'],
  repository: ['repository', 'pure'],
  outward: ['outward', 'pure'],
  handlers: ['handlers', 'repository', 'pure'],
  // A command may do within its transaction what a handler does within another's.
  commands: ['commands', 'handlers', 'repository', 'outward', 'present', 'drawing', 'pure'],
  jobs: ['jobs', 'commands', 'repository', 'outward', 'present', 'pure'],
  door: [
    'door',
    'jobs',
    'handlers',
    'commands',
    'repository',
    'outward',
    'present',
    'views',
    'drawing',
    'pure',
  ],
}

/** Parts whose shapes may be named, though they may not be called. */
export const mayName: Readonly<Partial<Record<Part, readonly Part[]>>> = {
  pure: ['present'],
  present: ['repository', 'drawing', 'views'],
}

/** Files whose name does not tell their part. */
const named: Readonly<Record<string, Part>> = {
  // The door's keeper, before there is an actor whom a command could ask for.
  'src/identity/auth.ts': 'commands',
  'src/identity/authenticate.ts': 'door',
  // Reads, and notes that it was read.
  'src/billing/print.ts': 'commands',
  // The form that a browser sent.
  // What happens on another feature's event.
  'src/renewals/consent.ts': 'handlers',
}

const partNames: readonly [RegExp, Part][] = [
  [/(^|-)repository\.ts$/, 'repository'],
  [/(^|-)commands\.ts$/, 'commands'],
  [/(^|-)jobs\.ts$/, 'jobs'],
  [/(^|-)handlers\.ts$/, 'handlers'],
  [/(^|-)client\.ts$/, 'outward'],
  [/(^|-)(pdf|drawing)\.ts$/, 'drawing'],
  [/^(present|presentation)\.ts$|-(props|form)\.ts$/, 'present'],
  [/(^|-)(routes\.tsx?|api\.ts|webhook\.ts|api-schema\.ts|api-contract\.ts)$/, 'door'],
  [/\.tsx$/, 'views'],
]

export function placeOf(path: string): Place {
  const [top, folder = '', ...rest] = path.split('/')
  const place = { feature: '', part: 'door' } as const
  if (top !== 'src') return { ...place, layer: 'elsewhere' }
  if (rest.length === 0) return { ...place, layer: 'root' }
  if (folder === 'core' || folder === 'platform' || folder === 'web') {
    return { ...place, layer: folder, part: folder === 'core' ? 'pure' : 'door' }
  }
  const name = rest.at(-1) ?? ''
  const part = named[path] ?? partNames.find(([pattern]) => pattern.test(name))?.[1] ?? 'pure'
  return { layer: 'feature', feature: folder, part }
}

/** −1 for a feature that stands nowhere in the line. */
export function positionOf(feature: string): number {
  return line.findIndex((place) => (place as readonly string[]).includes(feature))
}
