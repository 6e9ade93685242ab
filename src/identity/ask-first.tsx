import type { Child } from 'hono/jsx'
import { type Lang, say, type Text } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { Dialog } from '../web/pieces/dialog.tsx'
import { Form, FormActions } from '../web/pieces/form.tsx'
import { classes, type Label, told } from '../web/pieces/label.ts'
import { PageHead, Panel } from '../web/pieces/panel.tsx'

/** An act that nothing brings back: what it is called, what it does, where it is asked and done. */
export type Irrevocable = {
  lang: Lang
  /** One on the page. */
  id: string
  /** Asks (GET) and does it (POST). */
  path: string
  act: Text
  title: Label
  /** What will be so afterwards. */
  text: Label
  /** The once-only mark of this rendering, where twice is not the same as once. */
  once?: string
}

/** Quiet, since it only asks: opens the question over this page, without scripts on a page of its own. */
export function AskFirst(props: Irrevocable & { small?: boolean; name?: Label }) {
  const { lang, id, path, act } = props
  return (
    <>
      <a
        class={classes('button', 'button-secondary', props.small && 'button-small')}
        href={path}
        data-use={`open:${id}`}
      >
        <span>{say(act, lang)}</span>
        {props.name && <span class="unseen"> {told(props.name, lang)}</span>}
      </a>
      <Dialog lang={lang} id={id} title={props.title}>
        <Question {...props} />
      </Dialog>
    </>
  )
}

/** The question on a page of its own. */
export function AskFirstView(
  props: Irrevocable & { back: { href: string; label: Text }; cancel: Text },
) {
  const { lang, back, cancel } = props
  return (
    <>
      <PageHead lang={lang} title={props.title} back={back} />
      <Panel lang={lang}>
        <Question {...props}>
          <LinkButton href={back.href} variant="quiet">
            {say(cancel, lang)}
          </LinkButton>
        </Question>
      </Panel>
    </>
  )
}

function Question(props: Irrevocable & { children?: Child }) {
  const { lang, path, act, text, once, children } = props
  return (
    <Form lang={lang} action={path} once={once}>
      <p>{told(text, lang)}</p>
      <FormActions>
        <Button lang={lang} variant="danger">
          {say(act, lang)}
        </Button>
        {children}
      </FormActions>
    </Form>
  )
}
