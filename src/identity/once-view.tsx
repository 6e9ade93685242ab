import { type Lang, say, type Text } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'

type OnceProps = {
  lang: Lang
  title: Text
  /** Whose it is. */
  of: string
  secret: string
  hint: Text
  copy: Text
  done: { href: string; label: Text }
}

/** The only time that a secret of our making is seen. */
export function OnceView({ lang, secret, copy, done, ...props }: OnceProps) {
  return (
    <>
      <PageHead lang={lang} title={props.title} lead={props.of} />
      <Panel lang={lang} marked>
        <Stack>
          <div class="secret">
            <p class="one-time-password">
              <code>{secret}</code>
            </p>
            <Button lang={lang} type="button" icon="copy" use={`copy:${secret}`}>
              {say(copy, lang)}
            </Button>
          </div>
          <Notice lang={lang} kind="warn">
            {say(props.hint, lang)}
          </Notice>
        </Stack>
      </Panel>
      <p>
        <LinkButton href={done.href} variant="primary">
          {say(done.label, lang)}
        </LinkButton>
      </p>
    </>
  )
}
