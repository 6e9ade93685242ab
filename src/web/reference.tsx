import type { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { type Lang, say } from '../core/text.ts'
import { allow } from './allow.ts'
import type { AppEnv } from './context.ts'
import { type ApiDocument, documentOf, type Operation } from './openapi.ts'
import { barePage } from './page.tsx'
import { DefinitionList } from './pieces/definition-list.tsx'
import { PageHead, Panel, Stack } from './pieces/panel.tsx'
import { referenceWords as words } from './reference-words.ts'

/** The contract for people, drawn from the same document that programs read. */
export function referenceRoutes(root: OpenAPIHono<AppEnv>): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/docs', allow.everyone('the contract is public'), (c) =>
    barePage(
      c,
      { title: words.title, width: 'wide' },
      <Reference document={documentOf(root)} lang={c.get('lang')} />,
    ),
  )
  return app
}

function Reference({ document, lang }: { document: ApiDocument; lang: Lang }) {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  )
  return (
    <Stack>
      <PageHead lang={lang} title={words.title} lead={say(words.lead, lang)} />
      <p>
        <a href="/openapi.json">/openapi.json</a>
      </p>
      {operations.map((each) => (
        <OperationPanel {...each} lang={lang} />
      ))}
    </Stack>
  )
}

type OperationProps = { path: string; method: string; operation: Operation; lang: Lang }

function OperationPanel({ path, method, operation, lang }: OperationProps) {
  const parameters = (operation.parameters ?? []).map((parameter) => ({
    term: `${parameter.name} (${parameter.in})`,
    value: <code>{typeOf(parameter.schema)}</code>,
  }))
  const request = Object.values(operation.requestBody?.content ?? {})[0]
  return (
    <Panel lang={lang} title={`${method.toUpperCase()} ${path}`}>
      {operation.summary && <p>{operation.summary}</p>}
      {parameters.length > 0 && <DefinitionList lang={lang} items={parameters} />}
      {request && <Shape title={say(words.request, lang)} schema={request.schema} />}
      {Object.entries(operation.responses).map(([status, response]) => (
        <Shape
          title={`${status} ${response.description}`}
          schema={Object.values(response.content ?? {})[0]?.schema}
        />
      ))}
    </Panel>
  )
}

function Shape({ title, schema }: { title: string; schema: unknown }) {
  if (schema === undefined) return <p>{title}</p>
  return (
    <details>
      <summary>{title}</summary>
      <pre>
        <code>{JSON.stringify(schema, null, 2)}</code>
      </pre>
    </details>
  )
}

function typeOf(schema: { type?: unknown; enum?: unknown[] } | undefined): string {
  if (schema?.enum) return schema.enum.map(String).join(' | ')
  return String(schema?.type ?? 'string')
}
