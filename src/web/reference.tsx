import type { OpenAPIHono } from '@hono/zod-openapi'
import { Hono } from 'hono'
import { type Lang, say } from '../core/text.ts'
import { allow } from './allow.ts'
import type { AppEnv } from './context.ts'
import { type ApiDocument, documentOf, type Operation } from './openapi.ts'
import { barePage } from './page.tsx'
import { LinkButton } from './pieces/button.tsx'
import { DefinitionList } from './pieces/definition-list.tsx'
import { PageHead, Panel } from './pieces/panel.tsx'
import { referenceWords as words } from './reference-words.ts'

/** The contract for people, drawn from the same document that programs read. */
export function referenceRoutes(root: OpenAPIHono<AppEnv>): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/docs', allow.everyone('the contract is public'), (c) =>
    barePage(
      c,
      { title: words.title, width: 'wide', whole: true },
      <Reference document={documentOf(root)} lang={c.get('lang')} />,
    ),
  )
  return app
}

type Entry = { path: string; method: string; operation: Operation }

function Reference({ document, lang }: { document: ApiDocument; lang: Lang }) {
  const groups = grouped(document)
  return (
    <>
      <PageHead
        lang={lang}
        title={words.title}
        lead={say(words.lead, lang)}
        actions={
          <LinkButton href="/openapi.json" icon="download">
            {say(words.document, lang)}
          </LinkButton>
        }
      />
      <div class="reference">
        <nav class="reference-contents" aria-label={say(words.contents, lang)}>
          <ul class="reference-list">
            {groups.map(([name, entries]) => (
              <li>
                <a href={`#${name}`}>
                  {name} <span class="soft">{entries.length}</span>
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div class="stack">
          {groups.map(([name, entries]) => (
            <Panel lang={lang} title={name} id={name} flush>
              {entries.map((entry) => (
                <OperationDetails {...entry} lang={lang} />
              ))}
            </Panel>
          ))}
        </div>
      </div>
    </>
  )
}

/** By what stands first after the version: `/api/v1/exams/{id}` under `exams`. */
function grouped({ paths }: ApiDocument): [string, Entry[]][] {
  const groups = new Map<string, Entry[]>()
  for (const [path, methods] of Object.entries(paths)) {
    const name =
      path
        .replace(/^\/api\/v\d+\//, '')
        .replace(/^\//, '')
        .split('/')[0] ?? path
    const entries = Object.entries(methods).map(([method, operation]) => ({
      path,
      method,
      operation,
    }))
    groups.set(name, [...(groups.get(name) ?? []), ...entries])
  }
  return [...groups]
}

function OperationDetails({ path, method, operation, lang }: Entry & { lang: Lang }) {
  const parameters = (operation.parameters ?? []).map((parameter) => ({
    term: `${parameter.name} (${parameter.in})`,
    value: <code>{typeOf(parameter.schema)}</code>,
  }))
  const request = Object.values(operation.requestBody?.content ?? {})[0]
  return (
    <details class="operation">
      <summary class="operation-head">
        <span class={`operation-method operation-${method}`}>{method.toUpperCase()}</span>
        <code class="operation-path">{path}</code>
        {operation.summary && <span class="operation-summary">{operation.summary}</span>}
      </summary>
      <div class="operation-body">
        {parameters.length > 0 && <DefinitionList lang={lang} items={parameters} />}
        {request && <Shape title={say(words.request, lang)} schema={request.schema} />}
        {Object.entries(operation.responses).map(([status, response]) => (
          <Shape
            title={`${status} ${response.description}`}
            schema={Object.values(response.content ?? {})[0]?.schema}
          />
        ))}
      </div>
    </details>
  )
}

function Shape({ title, schema }: { title: string; schema: unknown }) {
  if (schema === undefined) return <p class="operation-shape">{title}</p>
  return (
    <details class="operation-shape">
      <summary>{title}</summary>
      {/* Scrolls sideways, so a keyboard must be able to stand in it. */}
      <pre class="operation-schema" tabindex={0}>
        <code>{JSON.stringify(schema, null, 2)}</code>
      </pre>
    </details>
  )
}

function typeOf(schema: { type?: unknown; enum?: unknown[] } | undefined): string {
  if (schema?.enum) return schema.enum.map(String).join(' | ')
  return String(schema?.type ?? 'string')
}
