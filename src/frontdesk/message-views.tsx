import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { CheckField } from '../web/pieces/choice.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { TextArea } from '../web/pieces/field.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import {
  allowsMessage,
  compose,
  type Message,
  messageFields,
  NO_GATEWAY,
  partsOf,
  sampleValues,
  type Template,
} from './message.ts'
import { messageWords as words } from './message-words.ts'

type ListProps = {
  lang: Lang
  messages: readonly Message[]
  connected: boolean
  once: string
  maySend: boolean
}

/** What is stuck first, then the newest. */
export function MessageListView(props: ListProps) {
  const { lang, messages } = props
  return (
    <>
      <PageHead lang={lang} title={words.title} lead={say(words.lead, lang)} />
      <Stack>
        {!props.connected && <Off lang={lang} />}
        <Panel lang={lang} flush>
          <DataTable
            lang={lang}
            caption={words.title}
            rows={messages}
            scrolls
            filter={messages.length > 10}
            empty={<EmptyState lang={lang} icon="send" title={words.none} text={words.noneText} />}
            columns={[
              {
                label: words.at,
                head: true,
                cell: ({ sentAt, queuedAt }) => <InstantText lang={lang} at={sentAt ?? queuedAt} />,
              },
              { label: words.template, cell: ({ template }) => say(words.kinds[template], lang) },
              { label: words.to, cell: ({ phone }) => phone },
              { label: words.text, minor: true, cell: ({ body }) => body },
              {
                label: words.state,
                narrow: true,
                cell: ({ state }) => (
                  <StatusBadge lang={lang} state={toneWord[state]} label={words.states[state]} />
                ),
              },
              {
                label: words.answer,
                minor: true,
                cell: ({ lastAnswer }) => answerText(lastAnswer, lang),
              },
              {
                label: words.again,
                narrow: true,
                cell: (message) => <Again {...props} message={message} />,
              },
            ]}
          />
        </Panel>
      </Stack>
    </>
  )
}

/** The house's word for the same standing, which has its colour. */
const toneWord: Record<Message['state'], string> = {
  queued: 'queued',
  sending: 'sending',
  sent: 'delivered',
  refused: 'failed',
  unknown: 'unknown',
  cancelled: 'cancelled',
}

function Again({ lang, message, maySend, once }: ListProps & { message: Message }) {
  if (!maySend || !allowsMessage(message.state, 'again')) return null
  return (
    <form method="post" action={`/messages/${message.id}/again`}>
      <input type="hidden" name="_once" value={`${once}-${message.id}`} />
      <Button lang={lang} small>
        {say(words.again, lang)}
      </Button>
    </form>
  )
}

function Off({ lang }: { lang: Lang }) {
  return (
    <Notice lang={lang} kind="warn" title={words.off}>
      {say(words.offText, lang)}
    </Notice>
  )
}

type Editable = Template & { errors: readonly FieldError[] }

export function TemplatesView(props: {
  lang: Lang
  templates: readonly Editable[]
  connected: boolean
  once: string
}) {
  const { lang } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={words.templates}
        back={{ href: '/settings', label: words.back }}
      />
      <Stack>
        {!props.connected && <Off lang={lang} />}
        {props.templates.map((template) => (
          <TemplateForm lang={lang} template={template} once={props.once} />
        ))}
      </Stack>
    </>
  )
}

function TemplateForm({ lang, template, once }: { lang: Lang; template: Editable; once: string }) {
  const { key, body, plain, enabled, errors } = template
  const fields = messageFields.map((name) => `{${name}} ${say(words.fields[name], lang)}`)
  return (
    <Panel lang={lang} id={key} title={words.kinds[key]}>
      <Form lang={lang} action={`/settings/messages/${key}`} once={`${once}-${key}`}>
        <ErrorSummary lang={lang} errors={errors} labels={{ [`body-${key}`]: words.body }} />
        <TextArea
          lang={lang}
          name={`body-${key}`}
          label={words.body}
          hint={say(words.bodyHint, lang, { fields: fields.join(' · ') })}
          value={body}
          rows={3}
          maxLength={480}
          error={errors[0]?.message}
          required
        />
        <CheckField lang={lang} name={`plain-${key}`} label={words.plain} checked={plain} />
        <CheckField lang={lang} name={`enabled-${key}`} label={words.enabled} checked={enabled} />
        <Preview lang={lang} template={template} />
        <FormActions>
          <Button lang={lang} variant="primary" name="act" value="save">
            {say(words.save, lang)}
          </Button>
          <Button lang={lang} name="act" value="preview">
            {say(words.preview, lang)}
          </Button>
        </FormActions>
      </Form>
    </Panel>
  )
}

/** As it reaches somebody who does not exist. */
function Preview({ lang, template }: { lang: Lang; template: Editable }) {
  const text = compose(template, sampleValues)
  return (
    <Notice lang={lang} title={words.previewOf}>
      <p lang="vi">{text}</p>
      <p class="soft">{say(words.parts, lang, { letters: text.length, parts: partsOf(text) })}</p>
    </Notice>
  )
}

function answerText(answer: string | null | undefined, lang: Lang): string {
  return answer === NO_GATEWAY ? say(words.noGateway, lang) : (answer ?? '—')
}
