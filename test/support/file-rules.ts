import type { Rule } from './import-rules.ts'
import { dotted, isNode, type Node, nodes, type Source } from './imports.ts'

const inSource = (path: string) => path.startsWith('src/')

/** A rule about nodes of the tree that have one home. */
function home(
  name: string,
  homes: RegExp,
  isFound: (node: Node) => boolean,
  examples: Rule['examples'],
): Rule {
  return {
    name,
    find: ({ path, program }) =>
      !inSource(path) || homes.test(path)
        ? []
        : nodes(program)
            .filter(isFound)
            .map((node) => `${node.type} at ${String(node.start)}`),
    examples,
  }
}

export const homeRules: readonly Rule[] = [
  home(
    'process.env is read in platform/env alone',
    /^src\/platform\/env\.ts$/,
    (node) => dotted(node) === 'process.env',
    [['src/web/a.ts', `const secret = process.env.SECRET`]],
  ),
  home(
    'time and ids come from platform/clock alone',
    /^src\/platform\/clock\.ts$/,
    (node) =>
      (node.type === 'NewExpression' && dotted(node.callee) === 'Date' && isEmpty(node)) ||
      (node.type === 'MemberExpression' && ['Date.now', 'Math.random'].includes(dotted(node))) ||
      (node.type === 'Identifier' && node.name === 'randomUUID'),
    [
      ['src/exams/a.ts', `const now = new Date()`],
      ['src/exams/a.ts', `const now = Date.now()`],
      ['src/exams/a.ts', `import { randomUUID } from 'node:crypto'`],
      ['src/exams/a.ts', `const id = crypto.randomUUID()`],
    ],
  ),
  home(
    'a transaction is opened by a command',
    /^src\/platform\/database\.ts$|(^|[/-])commands\.ts$/,
    (node) => node.type === 'CallExpression' && /(^|\.)transact$/.test(dotted(node.callee)),
    [['src/exams/routes.tsx', `await transact(deps, actor, work)`]],
  ),
  home(
    'a database transaction begins in platform/database alone',
    /^src\/platform\/database\.ts$/,
    (node) =>
      (node.type === 'MemberExpression' && dotted(node).endsWith('.$transaction')) ||
      /^\s*begin\b/i.test(textOf(node)),
    [
      ['src/exams/commands.ts', `await prisma.$transaction([])`],
      ['src/exams/repository.ts', `await client.query('BEGIN')`],
    ],
  ),
  home(
    'SQL is written in repositories and in platform',
    /^src\/platform\/|(^|[/-])repository\.ts$/,
    (node) =>
      (node.type === 'TaggedTemplateExpression' && /(^|\.)sql$/.test(dotted(node.tag))) ||
      (node.type === 'MemberExpression' && /\.\$(query|execute)Raw/.test(dotted(node))) ||
      /^\s*(select .* from|insert into|update .* set|delete from)\s/is.test(textOf(node)),
    [
      ['src/exams/commands.ts', 'await tx.query(sql`SELECT 1`)'],
      ['src/exams/commands.ts', `await client.query('update exam set state = 1')`],
      ['src/web/a.ts', `await prisma.$queryRaw(statement)`],
    ],
  ),
  home(
    'an error is answered in web/problem alone',
    /^src\/web\/(problem|error-page)\.tsx?$/,
    (node) => isErrorAnswer(node),
    [
      ['src/exams/api.ts', `const answer = c.json({ error: 'no' }, 404)`],
      ['src/exams/routes.tsx', `const answer = new Response('no', { status: 500 })`],
      ['src/exams/routes.tsx', `throw new HTTPException(403)`],
    ],
  ),
]

export const shapeRules: readonly Rule[] = [
  {
    name: 'a repository writes only with the branded Tx in its first place',
    find: ({ path, program }) =>
      /(^|[/-])repository\.ts$/.test(path)
        ? exportedFunctions(program)
            .filter(writes)
            .filter((node) => firstParameterType(node) !== 'Tx')
            .map((node) => `${nameOf(node)} writes without a Tx`)
        : [],
    examples: [
      [
        'src/exams/repository.ts',
        'export async function save(db: Database) { await db.query(sql`INSERT INTO exam VALUES (1)`) }',
      ],
      [
        'src/exams/repository.ts',
        'export async function save(id: string, tx: Tx) { await tx.query(sql`UPDATE exam SET a = 1`) }',
      ],
    ],
  },
  {
    name: 'nothing is exported by default',
    find: ({ path, program }) =>
      nodes(program).some((node) => node.type === 'ExportDefaultDeclaration') &&
      !/^[^/]+\.config\.ts$/.test(path)
        ? ['default export']
        : [],
    examples: [['src/exams/exam.ts', `export default function exam() {}`]],
  },
  {
    name: 'a file does more than pass on what others export',
    find: ({ program }) =>
      program.body.length > 0 &&
      program.body.every(
        (statement) =>
          statement.type === 'ExportAllDeclaration' ||
          (statement.type === 'ExportNamedDeclaration' && statement.source !== null),
      )
        ? ['a barrel']
        : [],
    examples: [['src/exams/index.ts', `export * from './exam.ts'`]],
  },
  {
    name: 'a file is named after what it is',
    find: ({ path }) =>
      /(^|[/-])(utils?|helpers?|services?|common|misc|index)(\/|\.tsx?$)/.test(path)
        ? ['a name that says nothing']
        : [],
    examples: [
      ['src/core/utils.ts', ''],
      ['src/exams/exam-helpers.ts', ''],
      ['src/common/a.ts', ''],
    ],
  },
  {
    name: 'a file has at most 250 lines',
    find: ({ path, text }) => {
      const lines = text.split('\n').length - 1
      const counted = /^(src|bin|prisma|fixtures)\//.test(path)
      return counted && lines > 250 ? [`${lines} lines`] : []
    },
    examples: [['src/exams/exam.ts', 'export {}\n'.repeat(251)]],
  },
]

function isEmpty(call: Node): boolean {
  return Array.isArray(call.arguments) && call.arguments.length === 0
}

/** The text of a string or of a template's beginning. */
function textOf(node: Node): string {
  if (node.type === 'Literal' && typeof node.value === 'string') return node.value
  if (node.type !== 'TemplateLiteral' || !Array.isArray(node.quasis)) return ''
  const [first] = node.quasis as { value: { raw: string } }[]
  return first?.value.raw ?? ''
}

function isErrorAnswer(node: Node): boolean {
  if (node.type === 'NewExpression' && dotted(node.callee) === 'HTTPException') return true
  const answers =
    (node.type === 'NewExpression' && dotted(node.callee) === 'Response') ||
    (node.type === 'CallExpression' &&
      /^(c|context)\.(json|text|html|body|status)$/.test(dotted(node.callee)))
  if (!answers || !Array.isArray(node.arguments)) return false
  return node.arguments.some(
    (argument) => isErrorStatus(argument) || nodes(argument).some(isErrorStatusProperty),
  )
}

function isErrorStatusProperty(node: Node): boolean {
  return node.type === 'Property' && dotted(node.key) === 'status' && isErrorStatus(node.value)
}

function isErrorStatus(node: unknown): boolean {
  return isNode(node) && node.type === 'Literal' && Number(node.value) >= 400
}

function exportedFunctions(program: Source['program']): Node[] {
  return nodes(program)
    .filter((node) => node.type === 'ExportNamedDeclaration')
    .map((node) => node.declaration)
    .filter(isNode)
    .filter((node) => node.type === 'FunctionDeclaration')
}

function writes(node: Node): boolean {
  return nodes(node).some((inner) =>
    /\b(insert into|update \w+ (\w+ )?set|delete from)\b/i.test(textOf(inner)),
  )
}

function nameOf(node: Node): string {
  return dotted(node.id)
}

function firstParameterType(node: Node): string {
  const [first] = node.params as Node[]
  const annotation = first?.typeAnnotation
  if (!isNode(annotation) || !isNode(annotation.typeAnnotation)) return ''
  return dotted(annotation.typeAnnotation.typeName)
}
