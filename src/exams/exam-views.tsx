import type { Child } from 'hono/jsx'
import { type Actor, may, mayRecord } from '../core/actor.ts'
import { type Lang, say } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { instantText } from '../web/pieces/date-text.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { AssessmentPanel } from './assessment-views.tsx'
import { ConclusionPanel } from './concluded-views.tsx'
import type { GivenConsent } from './consent.ts'
import { ConsentsPanel } from './consent-views.tsx'
import { type Exam, mayDo, requiredSections } from './exam.ts'
import type { Section } from './findings.ts'
import { FindingsList } from './findings-views.tsx'
import type { Assessment } from './fitness.ts'
import { pageWords, sectionStateNames, stateNames } from './page-words.ts'
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
