import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { InstantText, instantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Form } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import {
  type ConnectionTest,
  type Integration,
  integrationSettings,
  integrations,
  isWanted,
} from './integration.ts'
import {
  absenceWords,
  findingWords,
  integrationHints,
  integrationNames,
  settingPurposes,
  integrationWords as words,
} from './integration-words.ts'

export type IntegrationProps = {
  lang: Lang
  /** What is configured, without any secret. */
  facts: Record<
    Integration,
    readonly { term: string | (typeof words)[keyof typeof words]; value: string }[]
  >
  notifiers: readonly { name: string; address: string; proof: string; lastAt?: Date | undefined }[]
  tests: readonly ConnectionTest[]
  /** Those that the server is configured for. */
  connected: readonly Integration[]
  once: string
}

export function IntegrationsView(props: IntegrationProps) {
  const { lang } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={words.title}
        lead={say(words.lead, lang)}
        back={{ href: '/settings', label: words.settings }}
      />
      <Stack>
        {integrations.map((integration) =>
          props.connected.includes(integration) ? (
            <IntegrationPanel {...props} integration={integration} />
          ) : (
            <AbsentPanel lang={lang} integration={integration} />
          ),
        )}
      </Stack>
    </>
  )
}

/** Not configured: what waits meanwhile, and what to ask for, of whom. */
function AbsentPanel({ lang, integration }: { lang: Lang; integration: Integration }) {
  const tone = isWanted(integration) ? 'warn' : 'quiet'
  return (
    <Panel
      lang={lang}
      id={integration}
      title={integrationNames[integration]}
      aside={<StatusBadge lang={lang} tone={tone} label={words.absent} />}
    >
      <Stack tight>
        <p>{say(absenceWords[integration], lang)}</p>
        <p>{say(words.absentHow, lang)}</p>
        <DefinitionList
          lang={lang}
          items={integrationSettings[integration].map((setting) => ({
            term: setting,
            value: say(settingPurposes[setting], lang),
          }))}
        />
      </Stack>
    </Panel>
  )
}

function IntegrationPanel(props: IntegrationProps & { integration: Integration }) {
  const { lang, integration, tests, facts } = props
  const test = tests.find((each) => each.integration === integration)
  return (
    <Panel
      lang={lang}
      id={integration}
      title={integrationNames[integration]}
      aside={<TestBadge lang={lang} test={test} />}
    >
      <Stack tight>
        {test && !test.fine && (
          <Notice lang={lang} kind="error">
            {say(findingWords[test.outcome], lang)}
          </Notice>
        )}
        {test?.outcome === 'key-expires-soon' && (
          <Notice lang={lang} kind="warn">
            {say(findingWords[test.outcome], lang)}
          </Notice>
        )}
        {facts[integration].length > 0 && <DefinitionList lang={lang} items={facts[integration]} />}
        {integration === 'bank' && <Notifiers {...props} />}
        <div class="act">
          <div class="act-text">
            {say(integrationHints[integration], lang)}
            {test && (
              <>
                {' '}
                {say(words.testedBy, lang, {
                  name: test.testedBy,
                  at: instantText(test.testedAt, lang),
                })}
                .
              </>
            )}
          </div>
          <Form
            lang={lang}
            action={`/settings/integrations/${integration}/test`}
            once={`${props.once}-${integration}`}
            label={integrationNames[integration]}
          >
            <Button lang={lang}>{say(words.test, lang)}</Button>
          </Form>
        </div>
      </Stack>
    </Panel>
  )
}

function Notifiers({ lang, notifiers }: IntegrationProps) {
  return (
    <>
      {notifiers.map(({ name, address, proof, lastAt }) => (
        <DefinitionList
          lang={lang}
          items={[
            { term: name, value: <code>{address}</code> },
            { term: words.proof, value: <code>{proof}</code> },
            {
              term: words.lastNews,
              value: lastAt ? <InstantText lang={lang} at={lastAt} /> : say(words.noNews, lang),
            },
          ]}
        />
      ))}
      <p class="field-hint">{say(words.notifyHint, lang)}</p>
    </>
  )
}

export function TestBadge({ lang, test }: { lang: Lang; test: ConnectionTest | undefined }) {
  if (!test) return <StatusBadge lang={lang} tone="quiet" label={words.never} />
  return test.fine ? (
    <StatusBadge lang={lang} tone="good" label={words.works} />
  ) : (
    <StatusBadge lang={lang} tone="bad" label={words.fails} />
  )
}
