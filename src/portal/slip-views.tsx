import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { words } from './words.ts'

/** Printing is a deed: each slip carries a new link and ends the one before. */
export function SlipView(props: { lang: Lang; visitId: string; name: string; linked: boolean }) {
  const { lang } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={words.slipTitle}
        lead={props.name}
        back={{ href: `/visits/${props.visitId}`, label: words.slipBack }}
      />
      <Panel lang={lang}>
        <p>{say(words.slipText, lang)}</p>
        {props.linked && (
          <Notice lang={lang} kind="warn">
            {say(words.slipWarn, lang)}
          </Notice>
        )}
        <form
          method="post"
          action={`/visits/${props.visitId}/slip.pdf`}
          target="_blank"
          rel="noopener"
        >
          <Button lang={lang} variant="primary" icon="print">
            {say(words.slipPrint, lang)}
          </Button>
        </form>
      </Panel>
    </>
  )
}
