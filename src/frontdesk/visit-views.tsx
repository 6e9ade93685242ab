import { type Lang, say, type Text } from '../core/text.ts'
import type { Patient } from '../patients/patient.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DateText, InstantText, instantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { type Step, Steps } from '../web/pieces/steps.tsx'
import type { VisitExam } from './visit.ts'
import { mayHaveLink, type Visit } from './visit.ts'
import { words } from './words.ts'

/** The word for a state or a purpose; one that is not ours is shown as it is. */
export function stateWord(state: string): Text {
  return state in words ? words[state as keyof typeof words] : { vi: state, en: state }
}

type VisitProps = {
  lang: Lang
  visit: Visit
  patient: Patient
  exam?: VisitExam | undefined
  mayPrint: boolean
}

/** The declaration and the nine specialties. */
const SECTIONS = 10

export function VisitView(props: VisitProps) {
  const { lang, visit, patient, exam } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={say(words.visitOf, lang, { name: patient.name })}
        back={{ href: `/patients/${patient.id}`, label: words.openPerson }}
        badge={<StatusBadge lang={lang} state={visit.state} label={words[visit.state]} />}
        actions={
          exam && (
            <LinkButton href={`/exams/${exam.examId}`} variant="primary" icon="exam">
              {say(words.openThisExam, lang)}
            </LinkButton>
          )
        }
      />
      <Columns
        main={
          <Stack>
            <FactsPanel {...props} />
            <LivePart id="progress" polite>
              <Panel lang={lang} title={words.progress}>
                <Steps lang={lang} label={words.progress} steps={stepsOf(props)} />
              </Panel>
            </LivePart>
          </Stack>
        }
        side={mayHaveLink(visit) && props.mayPrint && <LinkPanel {...props} />}
      />
    </>
  )
}

function FactsPanel({ lang, visit, patient, exam }: VisitProps) {
  return (
    <Panel lang={lang}>
      <DefinitionList
        lang={lang}
        layout="across"
        items={[
          { term: words.time, value: <InstantText lang={lang} at={visit.startedAt} /> },
          { term: words.birthDate, value: <DateText lang={lang} date={patient.birthDate} /> },
          exam && { term: words.licenceClass, value: exam.licenceClass },
          exam && { term: words.purpose, value: say(stateWord(exam.purpose), lang) },
        ]}
      />
    </Panel>
  )
}

function stepsOf({ lang, visit, exam }: VisitProps): Step[] {
  const finished = exam?.state === 'finished'
  const signed = exam?.signed ?? 0
  const examined = finished || signed >= SECTIONS
  const count = say(words.sectionsSigned, lang, { signed, total: SECTIONS })
  return [
    {
      label: words.stepArrived,
      state: 'complete',
      reason: <InstantText lang={lang} at={visit.startedAt} />,
    },
    {
      label: words.stepExamined,
      state: examined ? 'complete' : exam?.sections ? 'in-progress' : 'waiting',
      reason: count,
    },
    {
      label: words.stepConcluded,
      state: finished ? 'complete' : examined ? 'needs-action' : 'waiting',
      reason: visit.endedAt && <InstantText lang={lang} at={visit.endedAt} />,
    },
  ]
}

function LinkPanel({ lang, visit }: VisitProps) {
  const until = visit.linkExpiresAt
  return (
    <Panel lang={lang} title={words.link}>
      <Stack tight>
        <p>
          {until
            ? say(words.linkUntil, lang, { at: instantText(until, lang) })
            : say(words.linkNone, lang)}
        </p>
        {until && <p class="soft">{say(words.linkAgain, lang)}</p>}
        <form method="post" action={`/visits/${visit.id}/slip.pdf`} target="_blank" rel="noopener">
          <Button lang={lang} icon="print" wide>
            {say(words.slip, lang)}
          </Button>
        </form>
      </Stack>
    </Panel>
  )
}
