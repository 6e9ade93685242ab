import { type Actor, may, mayRecord } from '../core/actor.ts'
import { type Lang, say } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { AssessmentPanel } from './assessment-views.tsx'
import { ConclusionPanel } from './concluded-views.tsx'
import type { GivenConsent } from './consent.ts'
import { ConsentsPanel } from './consent-views.tsx'
import { type Exam, mayDo } from './exam.ts'
import { ExamActions } from './exam-actions-views.tsx'
import type { Section } from './findings.ts'
import type { Assessment } from './fitness.ts'
import { IdentityMark } from './identity-mark-views.tsx'
import type { ListedExam } from './listing.ts'
import { SectionsOverview } from './overview-views.tsx'
import { pageWords, stateNames } from './page-words.ts'
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
  unverified: boolean
  verifyUrl?: string | undefined
  consents: readonly GivenConsent[]
  once: string
  /** Who waits for this reader once they are done here. */
  nextPerson?: { exam: ListedExam; href: string } | undefined
}

/** One exam: how far each section is, what the rules say, and what is to be done next. */
export function ExamView(props: ExamPageProps) {
  const { lang, exam, actor } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={props.person.name}
        back={{ href: '/exams', label: pageWords.back }}
        lead={
          <PersonLine
            lang={lang}
            exam={exam}
            person={{ birthDate: props.person.birthDate }}
            since
          />
        }
        badge={<StatusBadge lang={lang} state={exam.state} label={stateNames[exam.state]} />}
        actions={
          <LivePart id="exam-actions">
            <ExamActions {...props} />
          </LivePart>
        }
      />
      {exam.warnings.length > 0 && may(actor, 'exam:read') && (
        <Notice lang={lang} kind="warn" title={pageWords.warnings}>
          <ul class="reasons">
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
              <IdentityMark {...props} />
              {exam.conclusion && seesOutcome(actor) && <ConclusionPanel {...props} />}
              <SectionsOverview
                {...props}
                action={(section) => SectionAction({ ...props, section })}
              />
            </Stack>
          </LivePart>
        }
        side={
          <LivePart id="side">
            <Side {...props} />
          </LivePart>
        }
      />
    </>
  )
}

function Side(props: ExamPageProps) {
  const { lang, exam, actor } = props
  return (
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
  )
}

function SectionAction({ lang, actor, exam, section }: ExamPageProps & { section: Section }) {
  if (!mayDo(exam, 'record') || !mayRecord(actor, section)) return null
  const first = section === 'declaration' ? pageWords.record : pageWords.examine
  return (
    <LinkButton href={`/exams/${exam.id}/sections/${section}`} variant="quiet" small>
      {say(exam.sections[section] ? pageWords.open : first, lang)}
      <span class="unseen"> {say(sectionNames[section], lang)}</span>
    </LinkButton>
  )
}
