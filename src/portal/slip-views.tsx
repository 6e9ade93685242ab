import type { Child } from 'hono/jsx'
import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { words } from './words.ts'

/** Printing is a deed: a slip with a link carries a new one and ends the one before. */
export function SlipView(props: { lang: Lang; visitId: string; name: string; linked: boolean }) {
  const { lang, visitId } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={words.slipTitle}
        lead={props.name}
        back={{ href: `/visits/${visitId}`, label: words.slipBack }}
      />
      <Panel lang={lang} title={words.slipWith} marked>
        <div class="stack">
          <p>{say(words.slipText, lang)}</p>
          {props.linked && (
            <Notice lang={lang} kind="warn">
              {say(words.slipWarn, lang)}
            </Notice>
          )}
          <PrintForm action={`/visits/${visitId}/slip.pdf`}>
            <Button lang={lang} variant="primary" icon="print" shortcut="p">
              {say(words.slipPrint, lang)}
            </Button>
          </PrintForm>
        </div>
      </Panel>
      <Panel lang={lang} title={words.slipWithout}>
        <div class="stack">
          <p>{say(words.slipWithoutText, lang)}</p>
          <PrintForm action={`/visits/${visitId}/slip.pdf?without-phone=1`}>
            <Button lang={lang} icon="print">
              {say(words.slipPrintWithout, lang)}
            </Button>
          </PrintForm>
        </div>
      </Panel>
    </>
  )
}

function PrintForm(props: { action: string; children?: Child }) {
  return (
    <form method="post" action={props.action} target="_blank" rel="noopener">
      {props.children}
    </form>
  )
}
