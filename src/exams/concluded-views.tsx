import { type Actor, may } from '../core/actor.ts'
import { type Lang, say } from '../core/text.ts'
import { DateText, InstantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import type { Exam } from './exam.ts'
import { outcomeNames, pageWords, renewalReasons } from './page-words.ts'

type ConclusionProps = {
  lang: Lang
  actor: Actor
  exam: Exam
  verifyUrl?: string | undefined
}

/** What was concluded, the certificate, and what became of the renewal. */
export function ConclusionPanel({ lang, actor, exam, verifyUrl }: ConclusionProps) {
  const { conclusion, certificate, renewal } = exam
  if (!conclusion || !certificate) return null
  const { outcome, by, registration, concludedAt, reason, reexamineOn } = conclusion
  const verifies = verifyUrl && may(actor, 'certificate:read')
  return (
    <div class="concluded">
      <Panel
        lang={lang}
        marked
        title={pageWords.conclusion}
        aside={<StatusBadge lang={lang} state={outcome} label={outcomeNames[outcome]} />}
      >
        {reason && may(actor, 'exam:findings') && <p class="concluded-reason">{reason}</p>}
        <DefinitionList
          lang={lang}
          layout="across"
          items={[
            {
              term: pageWords.certificateNumber,
              value: <strong class="concluded-code">{certificate.number}</strong>,
            },
            {
              term: pageWords.validUntil,
              value: <DateText lang={lang} date={certificate.validUntil} />,
            },
            !!reexamineOn && {
              term: pageWords.reexamineOn,
              value: <DateText lang={lang} date={reexamineOn} />,
            },
            {
              term: pageWords.concludedBy,
              value: (
                <>
                  {by}
                  <br />
                  <small class="soft">{registration}</small>
                </>
              ),
            },
            { term: pageWords.concludedAt, value: <InstantText lang={lang} at={concludedAt} /> },
            { term: pageWords.renewal, value: <RenewalLine {...{ lang, actor, renewal }} /> },
            !!verifies && {
              term: pageWords.verify,
              value: (
                <a class="concluded-code" href={verifyUrl} target="_blank" rel="noopener">
                  {certificate.verifyCode}
                </a>
              ),
            },
          ]}
        />
      </Panel>
    </div>
  )
}

function RenewalLine(props: { lang: Lang; actor: Actor; renewal: Exam['renewal'] }) {
  const { lang, actor, renewal } = props
  if (renewal.caseId && may(actor, 'renewal:read')) {
    return <a href={`/renewals/${renewal.caseId}`}>{say(pageWords.openCase, lang)}</a>
  }
  const reason = renewalReasons[renewal.reason ?? '']
  return <>{reason ? say(reason, lang) : '—'}</>
}
