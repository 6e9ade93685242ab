import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Program, parseSync } from 'oxc-parser'
import { projectPath } from '../../src/platform/paths.ts'

export type Import = {
  /** A path in this repository, or the name of a package. */
  target: string
  ours: boolean
  /** Gone when compiled. */
  typeOnly: boolean
  reExport: boolean
  /** `await import(…)`: not loaded until it is reached. */
  late: boolean
}

export type Source = { path: string; text: string; program: Program; imports: Import[] }

/** Any node of the syntax tree; what a rule reads of it, it checks first. */
export type Node = { type: string; [key: string]: unknown }

/** Every TypeScript source under these folders. */
export function readSources(...folders: string[]): Source[] {
  return folders
    .flatMap((folder) =>
      readdirSync(projectPath(folder), { recursive: true, encoding: 'utf8' }).map((name) =>
        join(folder, name),
      ),
    )
    .filter((path) => /\.tsx?$/.test(path) && !path.startsWith('prisma/generated'))
    .sort()
    .map((path) => parse(path, readFileSync(projectPath(path), 'utf8')))
}

export function parse(path: string, text: string): Source {
  const { program, module, errors } = parseSync(path, text)
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`)
  const imports = [
    ...module.staticImports.map((found) => {
      const typeOnly = found.entries.length > 0 && found.entries.every((entry) => entry.isType)
      return { specifier: found.moduleRequest.value, typeOnly, reExport: false, late: false }
    }),
    ...module.staticExports
      .flatMap((found) => found.entries)
      .filter((entry) => entry.moduleRequest !== null)
      .map((entry) => {
        const specifier = entry.moduleRequest?.value ?? ''
        return { specifier, typeOnly: entry.isType, reExport: true, late: false }
      }),
    ...nodes(program)
      .filter((node) => node.type === 'ImportExpression')
      .map((node) => (node.source as Node).value)
      .filter((specifier) => typeof specifier === 'string')
      .map((specifier) => ({ specifier, typeOnly: false, reExport: false, late: true })),
  ]
  return { path, text, program, imports: imports.map((found) => resolve(path, found)) }
}

function resolve(path: string, found: Omit<Import, 'target' | 'ours'> & { specifier: string }) {
  const { specifier, ...rest } = found
  const ours = specifier.startsWith('.')
  return { target: ours ? join(dirname(path), specifier) : specifier, ours, ...rest }
}

/** The tree's nodes, parents before children. */
export function nodes(root: object): Node[] {
  const found: Node[] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      if ('type' in value && typeof value.type === 'string') found.push(value as Node)
      for (const child of Object.values(value)) visit(child)
    }
  }
  visit(root)
  return found
}

/** `a.b.c` for a chain of plain names, else ''. */
export function dotted(node: unknown): string {
  if (!isNode(node)) return ''
  if (node.type === 'Identifier') return String(node.name)
  if (node.type !== 'MemberExpression' || node.computed === true) return ''
  const object = dotted(node.object)
  const property = isNode(node.property) ? String(node.property.name) : ''
  return `${object || '?'}.${property}`
}

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value
}
