import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from './pieces/button.tsx'
import { Dialog } from './pieces/dialog.tsx'
import { EmptyState } from './pieces/empty-state.tsx'
import { Kbd } from './pieces/kbd.tsx'
import { Loading, Skeleton } from './pieces/loading.tsx'
import { Notice } from './pieces/notice.tsx'
import { QrFrame } from './pieces/qr-frame.tsx'
import { styleguideWords as words } from './styleguide-words.ts'

type Part = { lang: Lang }

export function FeedbackPart({ lang }: Part) {
  return (
    <div class="stack">
      {(['info', 'success', 'warn', 'error'] as const).map((kind) => (
        <Notice lang={lang} kind={kind} title={words.noticeTitle}>
          {say(words.noticeText, lang)}
        </Notice>
      ))}
      <div class="row">
        <Button lang={lang} type="button" use="open:guide-dialog">
          {say(words.dialogOpen, lang)}
        </Button>
        <LinkButton href="?said=cancelled#feedback">{say(words.sayIt, lang)}</LinkButton>
        <span>
          <Kbd>?</Kbd>
        </span>
      </div>
      <Dialog lang={lang} id="guide-dialog" title={words.dialogTitle}>
        <p>{say(words.dialogText, lang)}</p>
      </Dialog>
    </div>
  )
}

export function WaitingPart({ lang }: Part) {
  return (
    <div class="guide-halves">
      <EmptyState lang={lang} icon="person" title={words.nobody} text={words.nobodyText}>
        <LinkButton href="#waiting">{say(words.linkButton, lang)}</LinkButton>
      </EmptyState>
      <div class="stack">
        <Loading lang={lang} />
        <Skeleton />
      </div>
    </div>
  )
}

const sampleQr =
  '<svg viewBox="0 0 7 7" shape-rendering="crispEdges"><path d="M0 0h3v3H0zM4 0h3v3H4zM0 4h3v3H0zM4 4h1v1H4zM6 5h1v2H6z"/></svg>'

export function PaperPart({ lang }: Part) {
  return (
    <div class="guide-halves">
      <div class="stack">
        <p>{say(words.paperText, lang)}</p>
        <p>
          <Button lang={lang} type="button" icon="print" use="print">
            {say(words.print, lang)}
          </Button>
        </p>
      </div>
      <QrFrame lang={lang} size="small" svg={sampleQr} alt={words.qr}>
        {say(words.qrCaption, lang)}
      </QrFrame>
    </div>
  )
}
