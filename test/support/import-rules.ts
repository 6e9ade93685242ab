import type { Import, Source } from './imports.ts'
import { mayCall, mayName, type Part, placeOf, positionOf } from './layers.ts'

/** A law of the code: what breaks it in a file, and an example that must be found to break it. */
export type Rule = {
  name: string
  find(source: Source): string[]
  examples: readonly (readonly [path: string, text: string])[]
}

const quiet: readonly Part[] = ['pure', 'present', 'views', 'drawing']

/** Packages that compute and touch nothing. */
const purePackages = ['zod', 'read-vietnamese-number']

export const importRules: readonly Rule[] = [
  {
    name: 'core imports nothing of ours, and nothing impure',
    find: ({ path, imports }) =>
      placeOf(path).layer !== 'core'
        ? []
        : targets(imports, ({ target, ours }) =>
            ours ? placeOf(target).layer !== 'core' : !purePackages.includes(target),
          ),
    examples: [
      ['src/core/a.ts', `import { createLog } from '../platform/log.ts'`],
      ['src/core/a.ts', `import { readFileSync } from 'node:fs'`],
      ['src/core/a.ts', `export { exam } from '../exams/exam.ts'`],
    ],
  },
  {
    name: 'platform knows core alone, web knows core and platform',
    find: ({ path, imports }) => {
      const { layer } = placeOf(path)
      if (layer !== 'platform' && layer !== 'web') return []
      const known = layer === 'web' ? ['core', 'platform', 'web'] : ['core', 'platform']
      return targets(
        imports,
        ({ target, ours }) =>
          ours && !known.includes(placeOf(target).layer) && !target.startsWith('prisma/generated/'),
      )
    },
    examples: [
      ['src/platform/a.ts', `import { page } from '../web/page.tsx'`],
      ['src/platform/a.ts', `import type { Exam } from '../exams/exam.ts'`],
      ['src/web/a.tsx', `const exam = await import('../exams/exam.ts')`],
    ],
  },
  {
    name: 'a pure file imports pure files; views add the web pieces, drawings the PDF ones',
    find: ({ path, imports }) => {
      const { layer, part } = placeOf(path)
      if (layer !== 'feature' || !quiet.includes(part)) return []
      return targets(imports, (found) => !isQuiet(part, found))
    },
    examples: [
      ['src/exams/exam.ts', `import { createHash } from 'node:crypto'`],
      ['src/exams/exam.ts', `import type { Context } from 'hono'`],
      ['src/exams/exam.ts', `import { readEnv } from '../platform/env.ts'`],
      ['src/exams/exam.ts', `import type { Tx } from '../platform/database.ts'`],
      ['src/exams/exam.ts', `import { PrismaClient } from '../../prisma/generated/client.ts'`],
      ['src/exams/views.tsx', `import { getCookie } from 'hono/cookie'`],
      ['src/exams/certificate-pdf.ts', `import { sql } from '../platform/database.ts'`],
    ],
  },
  {
    name: 'the parts of a feature call one way: door → commands → repository → noun',
    find: ({ path, imports }) => {
      const { layer, part } = placeOf(path)
      if (layer !== 'feature') return []
      return targets(imports, ({ target, ours, typeOnly }) => {
        const called = placeOf(target)
        if (!ours || called.layer !== 'feature' || mayCall[part].includes(called.part)) return false
        return !(typeOnly && mayName[part]?.includes(called.part))
      })
    },
    examples: [
      ['src/exams/exam.ts', `import { loadExam } from './repository.ts'`],
      ['src/exams/repository.ts', `import { concludeExam } from './commands.ts'`],
      ['src/exams/commands.ts', `import { examRoutes } from './routes.tsx'`],
      ['src/exams/views.tsx', `import { loadExam } from './exam-repository.ts'`],
      ['src/exams/views.tsx', `import type { ExamRow } from './exam-repository.ts'`],
      ['src/exams/exam-props.ts', `import { loadExam } from './exam-repository.ts'`],
      ['src/renewals/handlers.ts', `import { send } from './gateway-client.ts'`],
    ],
  },
  {
    name: 'features stand in a line, and look only at those before them',
    find: ({ path, imports }) => {
      const { layer, feature } = placeOf(path)
      if (layer !== 'feature') return []
      if (positionOf(feature) < 0) return [`feature "${feature}" has no place in the line`]
      return targets(imports, ({ target, ours }) => {
        const other = placeOf(target)
        return (
          (ours && other.layer === 'root') ||
          (other.layer === 'feature' &&
            other.feature !== feature &&
            positionOf(other.feature) >= positionOf(feature))
        )
      })
    },
    examples: [
      ['src/patients/commands.ts', `import { loadExam } from '../exams/repository.ts'`],
      ['src/billing/commands.ts', `import type { RenewalCase } from '../renewals/renewal-case.ts'`],
      ['src/exams/routes.tsx', `import { page } from '../portal/routes.tsx'`],
      ['src/exams/routes.tsx', `import { createApp } from '../app.tsx'`],
      ['src/utils/a.ts', ``],
    ],
  },
  {
    name: 'the stand-ins of the outside share no code with what they test',
    find: ({ path, imports }) =>
      path.startsWith('fixtures/outside/')
        ? targets(
            imports,
            ({ target, ours }) =>
              ours && target.startsWith('src/') && target !== 'src/platform/paths.ts',
          )
        : [],
    examples: [['fixtures/outside/bank.ts', `import { crc } from '../../src/billing/vietqr.ts'`]],
  },
]

function targets(imports: readonly Import[], isWrong: (found: Import) => boolean): string[] {
  return imports.filter(isWrong).map(({ target }) => `imports ${target}`)
}

function isQuiet(part: Part, { target, ours, typeOnly }: Import): boolean {
  if (!ours) return purePackages.includes(target) || (part === 'views' && target === 'hono/jsx')
  const { layer } = placeOf(target)
  if (part === 'views' && layer === 'web') return true
  if (part === 'drawing' && /^src\/platform\/(pdf|qr-drawing)/.test(target)) return true
  // What is configured is plain data, read elsewhere.
  if (typeOnly && target === 'src/platform/env.ts') return true
  // What another part of a feature may be called is the next rule's affair.
  return layer === 'core' || layer === 'feature'
}
