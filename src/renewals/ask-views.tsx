import { type Lang, say } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { Dialog } from '../web/pieces/dialog.tsx'
import { classes, type Label } from '../web/pieces/label.ts'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { ActForm, type AskedAct, askedActs, type Refused } from './act-views.tsx'
import { deskWords as words } from './desk-words.ts'

type AskProps = {
  lang: Lang
  to: string
  act: AskedAct
  once: string
  refused?: Refused | undefined
}

/** Opens the question over the page; without scripts it leads to the question's own page. */
export function AskLink(props: { lang: Lang; to: string; act: AskedAct; look: string }) {
  const { lang, to, act } = props
  return (
    <a
      class={classes('button', `button-${props.look}`)}
      href={`${to}/${act}`}
      data-use={`open:ask-${act}`}
    >
      <span>{say(askedActs[act].label, lang)}</span>
    </a>
  )
}

/** Stands outside the live parts, so that typing in it is never swapped away. */
export function AskDialog(props: AskProps) {
  return (
    <Dialog lang={props.lang} id={`ask-${props.act}`} title={askedActs[props.act].title}>
      <Question {...props} />
    </Dialog>
  )
}

/** The question on a page of its own. */
export function AskView(props: AskProps & { name: Label }) {
  const { lang, to, act } = props
  return (
    <>
      <PageHead lang={lang} title={askedActs[act].title} back={{ href: to, label: props.name }} />
      <Panel lang={lang}>
        <Question {...props} cancel />
      </Panel>
    </>
  )
}

function Question(props: AskProps & { cancel?: boolean }) {
  const { lang, to, act, once, refused } = props
  const { label, text, reason } = askedActs[act]
  return (
    <>
      <p>{say(text, lang)}</p>
      <ActForm
        lang={lang}
        to={to}
        act={act}
        label={label}
        reason={reason}
        once={once}
        refused={refused}
        look={act === 'withdraw' ? 'danger' : 'primary'}
      >
        {props.cancel && (
          <LinkButton href={to} variant="quiet">
            {say(words.notNow, lang)}
          </LinkButton>
        )}
      </ActForm>
    </>
  )
}
