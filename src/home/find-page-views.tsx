import { say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Field } from '../web/pieces/field.tsx'
import { Form } from '../web/pieces/form.tsx'
import { Icon } from '../web/pieces/icon.tsx'
import { Kbd } from '../web/pieces/kbd.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { SendForm, sendFields } from './find-send-views.tsx'
import { type Finds, type Hit, hitsOf } from './find-views.tsx'
import { findWords as words } from './find-words.ts'

type FindPageProps = Finds & { q: string; tooShort: boolean }

/** The palette as a page of its own: a form that is sent, so that it works without scripts. */
export function FindPageView(props: FindPageProps) {
  const { lang, q, order } = props
  const hits = hitsOf(props)
  const shown = order.filter((group) => hits[group].length > 0)
  return (
    <>
      <PageHead lang={lang} title={words.title} />
      <Stack>
        <Form lang={lang} method="post" action="/find" role="search" class="search-line">
          <Field
            lang={lang}
            name="q"
            type="search"
            label={words.label}
            hint={words.hint}
            value={q}
            autofocus
            maxLength={100}
            size="full"
          />
          <div class="search-acts">
            <Button lang={lang} variant="primary" icon="search">
              {say(words.find, lang)}
            </Button>
          </div>
        </Form>
        {props.tooShort && <p class="soft">{say(words.short, lang)}</p>}
        {shown.length === 0 && (
          <Panel lang={lang}>
            <EmptyState lang={lang} icon="search" title={words.nothing} text={words.nothingText} />
          </Panel>
        )}
        {shown.map((group) => (
          <Panel lang={lang} title={words[group]} flush>
            <ul class="find-list">
              {hits[group].map((hit) => (
                <li>
                  <PageHit hit={hit} />
                </li>
              ))}
            </ul>
          </Panel>
        ))}
      </Stack>
    </>
  )
}

function PageHit({ hit }: { hit: Hit }) {
  if ('href' in hit) {
    return (
      <a
        class="find-hit"
        href={hit.href}
        target={hit.newTab ? '_blank' : undefined}
        rel={hit.newTab ? 'noopener' : undefined}
      >
        <HitBody hit={hit} />
      </a>
    )
  }
  const { id, ...field } = sendFields[hit.send]
  return (
    <>
      <button class="find-hit" type="submit" form={id} {...field}>
        <HitBody hit={hit} />
      </button>
      <SendForm send={hit.send} to="/find" />
    </>
  )
}

export function HitBody({ hit }: { hit: Hit }) {
  return (
    <>
      <Icon name={hit.icon} />
      <span class="find-label">{hit.label}</span>
      {hit.detail && <span class="find-detail">{hit.detail}</span>}
      {hit.keys && (
        <span class="find-detail find-keys" aria-hidden="true">
          {hit.keys.split(' ').map((key) => (
            <Kbd>{key.toUpperCase()}</Kbd>
          ))}
        </span>
      )}
    </>
  )
}
