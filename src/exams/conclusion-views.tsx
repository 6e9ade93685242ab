import type { Actor } from '../core/actor.ts'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { ErrorSummary } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { AssessmentPanel, MissingList } from './assessment-views.tsx'
import { missingForConclusion } from './conclusion.ts'
import { conclusionWords as words } from './conclusion-words.ts'
import { type Exam, requiredSections } from './exam.ts'
import { sortedFindings } from './finding.ts'
import type { Section } from './findings.ts'
import { findingName, findingText } from './findings-views.tsx'
import type { Assessment } from './fitness.ts'
import { IdentityMark } from './identity-mark-views.tsx'
import { SectionsOverview } from './overview-views.tsx'
import { pageWords } from './page-words.ts'
import { PersonLine } from './person-line.tsx'
import { SigningForm } from './signing-views.tsx'
import { sectionNames } from './words.ts'

export type ConclusionForm = { outcome?: string; reason?: string; reexamineOn?: string }

export type ConclusionPageProps = {
  lang: Lang
  exam: Exam
  person: { name: string; birthDate: string }
  assessment: Assessment
  visible: ReadonlySet<Section>
  actor: Actor
  unverified: boolean
  once: string
  form: ConclusionForm
  /** In whose name it is signed; absent where the reader may not sign. */
  signer?: { name: string; registration: string } | undefined
  needsPassword: boolean
  own: ReadonlySet<Section>
  errors?: readonly FieldError[] | undefined
  notice?: Text | undefined
}

/** What the rules say, what is unusual, the doctor's signature under it; beside it all of it. */
export function ConclusionView(props: ConclusionPageProps) {
  const { lang, exam, assessment } = props
  const missing = missingForConclusion(exam, assessment)
  return (
    <>
      <PageHead
        lang={lang}
        title={pageWords.conclusion}
        back={{ href: `/exams/${exam.id}`, label: pageWords.backToExam }}
        lead={<PersonLine lang={lang} exam={exam} person={props.person} />}
      />
      <Columns
        wideSide
        main={
          <Stack>
            <ErrorSummary lang={lang} errors={props.errors} labels={labels} />
            <IdentityMark {...props} />
            {props.notice && (
              <Notice lang={lang} kind="error" alert>
                {say(props.notice, lang)}
              </Notice>
            )}
            <AssessmentPanel
              lang={lang}
              examId={exam.id}
              assessment={{ ...assessment, missing: [] }}
              own={props.own}
              still
            >
              <Unusual lang={lang} exam={exam} />
            </AssessmentPanel>
            {missing.length > 0 ? (
              <Panel lang={lang} title={words.cannotConclude} marked>
                <MissingList lang={lang} examId={exam.id} own={props.own} missing={missing} />
              </Panel>
            ) : (
              <SigningForm {...props} />
            )}
          </Stack>
        }
        side={<SectionsOverview {...props} />}
      />
    </>
  )
}

const labels = {
  outcome: words.outcome,
  reason: pageWords.reason,
  reexamineOn: pageWords.reexamineOn,
  password: words.password,
}

/** Every unusual answer of every section, in the section's order. */
function Unusual({ lang, exam }: { lang: Lang; exam: Exam }) {
  const found = requiredSections(exam).flatMap((section) => {
    const recorded = exam.sections[section]
    const { remarkable } = sortedFindings(section, recorded?.findings ?? {})
    return remarkable.map((finding) => ({ section, finding }))
  })
  if (found.length === 0) return <p class="soft">{say(words.nothingUnusual, lang)}</p>
  return (
    <section class="unusual">
      <h3>{say(words.unusual, lang)}</h3>
      <ul class="reasons">
        {found.map(({ section, finding }) => (
          <li>
            <span class="overview-asked">
              {say(sectionNames[section], lang)}: {findingName(lang, section, finding)}:
            </span>{' '}
            <strong>{findingText(lang, finding)}</strong>
          </li>
        ))}
      </ul>
    </section>
  )
}
