import type { Child } from 'hono/jsx'
import { type Actor, may, mayRecord } from '../core/actor.ts'
import { type Lang, say } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { DateText, InstantText, instantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Row, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { AssessmentPanel } from './assessment-views.tsx'
import type { GivenConsent } from './consent.ts'
import { ConsentsPanel } from './consent-views.tsx'
import { type Exam, mayDo, requiredSections } from './exam.ts'
import type { Section } from './findings.ts'
import { FindingsList } from './findings-views.tsx'
import type { Assessment } from './fitness.ts'
import {
  outcomeNames,
  pageWords,
  renewalReasons,
  sectionStateNames,
  stateNames,
} from './page-words.ts'
import { PersonLine } from './person-line.tsx'
import { seesOutcome } from './visibility.ts'
import { sectionNames } from './words.ts'
import { ownSections } from './worklist.ts'

export type ExamPageProps = {
  lang: Lang
  actor: Actor
  exam: Exam
  person: { name: string; birthDate: string }
  assessment: Assessment
  visible: ReadonlySet<Section>
  verifyUrl?: string | undefined
  consents: readonly GivenConsent[]
  once: string
}

/** One exam: how far each section is, what the rules say, and what is to be done next. */
export function ExamView(props: ExamPageProps) {
  const { lang, exam, actor } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={say(pageWords.examOf, lang, { name: props.person.name })}
        back={{ href: '/exams', label: pageWords.back }}
        lead={<PersonLine lang={lang} exam={exam} person={{ birthDate: props.person.birthDate }} />}
        badge={<StatusBadge lang={lang} state={exam.state} label={stateNames[exam.state]} />}
        actions={<Actions {...props} />}
      />
      {exam.warnings.length > 0 && may(actor, 'exam:read') && (
        <Notice lang={lang} kind="warn" title={pageWords.warnings}>
          <ul>
            {exam.warnings.map(({ message }) => (
              <li>{say(message, lang)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Columns
        main={
          <LivePart id="exam">
            <Stack>
              {exam.conclusion && seesOutcome(actor) && <ConclusionPanel {...props} />}
              <SectionsPanel {...props} />
            </Stack>
          </LivePart>
        }
        side={
          <LivePart id="side">
            <Stack>
              {seesOutcome(actor) && (
                <AssessmentPanel
                  lang={lang}
                  examId={exam.id}
                  assessment={props.assessment}
                  own={new Set(ownSections(actor))}
                />
              )}
              {may(actor, 'patient:write') && (
                <ConsentsPanel
                  lang={lang}
                  examId={exam.id}
                  consents={props.consents}
                  once={props.once}
                  mayWithdraw={may(actor, 'exam:open')}
                />
              )}
            </Stack>
          </LivePart>
        }
      />
    </>
  )
}

function Actions({ lang, actor, exam }: ExamPageProps): Child {
  const open = mayDo(exam, 'conclude')
  return (
    <>
      {open && may(actor, 'exam:conclude') && (
        <LinkButton href={`/exams/${exam.id}/conclusion`} variant="primary" icon="check">
          {say(pageWords.conclude, lang)}
        </LinkButton>
      )}
      {may(actor, 'invoice:issue') && (
        <LinkButton href={`/bills/new?exam=${exam.id}`} icon="bill">
          {say(pageWords.makeBill, lang)}
        </LinkButton>
      )}
      {may(actor, 'patient:write') && (
        <LinkButton href={`/visits/${exam.visitId}/slip`}>{say(pageWords.slip, lang)}</LinkButton>
      )}
    </>
  )
}

function ConclusionPanel({ lang, actor, exam, verifyUrl }: ExamPageProps) {
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

function SectionsPanel(props: ExamPageProps) {
  const { lang, exam } = props
  return (
    <Panel lang={lang} title={pageWords.sections} flush>
      <ul class="exam-sections">
        {requiredSections(exam).map((section) => (
          <SectionRow {...props} section={section} />
        ))}
      </ul>
    </Panel>
  )
}

function SectionRow({ lang, actor, exam, visible, section }: ExamPageProps & { section: Section }) {
  const recorded = exam.sections[section]
  const state = recorded?.state ?? 'empty'
  const open = mayDo(exam, 'record') && mayRecord(actor, section)
  return (
    <li class="exam-section" id={`section-${section}`}>
      <div class="exam-section-head">
        <h3>{say(sectionNames[section], lang)}</h3>
        <StatusBadge lang={lang} state={state} label={sectionStateNames[state]} />
        {recorded && (
          <span class="soft">
            {say(pageWords.recordedBy, lang, {
              by: recorded.by,
              at: instantText(recorded.at, lang),
            })}
          </span>
        )}
        {open && (
          <LinkButton href={`/exams/${exam.id}/sections/${section}`} small>
            {say(recorded ? pageWords.open : pageWords.examine, lang)}
            <span class="unseen"> {say(sectionNames[section], lang)}</span>
          </LinkButton>
        )}
      </div>
      {recorded && visible.has(section) && (
        <FindingsList lang={lang} section={section} findings={recorded.findings} />
      )}
    </li>
  )
}
