import { type Actor, may } from '../core/actor.ts'
import { type Lang, say } from '../core/text.ts'
import { identityWords as words } from '../frontdesk/identity-words.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import type { Exam } from './exam.ts'

type MarkProps = { lang: Lang; actor: Actor; exam: Pick<Exam, 'visitId'>; unverified: boolean }

/** Nobody has recognised this person yet: who looks at the card, and for the desk the way there. */
export function IdentityMark({ lang, actor, exam, unverified }: MarkProps) {
  if (!unverified) return null
  return (
    <Notice lang={lang} kind="warn" title={words.title}>
      <p>{say(words.unverified, lang)}</p>
      {may(actor, 'patient:write') && (
        <LinkButton href={`/visits/${exam.visitId}#identity`} small>
          {say(words.toCard, lang)}
        </LinkButton>
      )}
    </Notice>
  )
}
