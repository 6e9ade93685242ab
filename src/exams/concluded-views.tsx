import { type Actor, may } from '../core/actor.ts'
import { type Lang, say } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { DateText, InstantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Panel, Row } from '../web/pieces/panel.tsx'
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
  const { outcome, by, concludedAt, reason, reexamineOn } = conclusion
  return (
    <Panel
      lang={lang}
      marked
      title={pageWords.conclusion}
      aside={<StatusBadge lang={lang} state={outcome} label={outcomeNames[outcome]} />}
    >
      <DefinitionList
        lang={lang}
        items={[
          { term: pageWords.concludedBy, value: by },
          { term: pageWords.concludedAt, value: <InstantText lang={lang} at={concludedAt} /> },
          !!reason && may(actor, 'exam:findings') && { term: pageWords.reason, value: reason },
          !!reexamineOn && {
            term: pageWords.reexamineOn,
            value: <DateText lang={lang} date={reexamineOn} />,
          },
          { term: pageWords.certificateNumber, value: certificate.number },
          {
            term: pageWords.validUntil,
            value: <DateText lang={lang} date={certificate.validUntil} />,
          },
          { term: pageWords.renewal, value: <RenewalLine {...{ lang, actor, renewal }} /> },
        ]}
      />
      {may(actor, 'certificate:read') && (
        <Row>
          <LinkButton
            href={`/api/v1/exams/${exam.id}/certificate.pdf`}
            variant="primary"
            newTab
            icon="print"
          >
            {say(pageWords.printCertificate, lang)}
          </LinkButton>
          {verifyUrl && (
            <LinkButton href={verifyUrl} newTab>
              {say(pageWords.verify, lang)}
            </LinkButton>
          )}
        </Row>
      )}
    </Panel>
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
