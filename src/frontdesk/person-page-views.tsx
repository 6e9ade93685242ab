import type { CalendarDate } from '../core/calendar-date.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import type { Areas } from '../patients/areas.ts'
import { type Patient, patientWarnings } from '../patients/patient.ts'
import { PersonFacts, personLine, WarningNotice } from '../patients/person-views.tsx'
import { PortraitView } from '../patients/portrait-views.tsx'
import { words as patientWords } from '../patients/words.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Columns, PageHead, Panel } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { appointmentWords } from './appointment-words.ts'
import { isRunning, type VisitExam } from './visit.ts'
import { stateWord } from './visit-views.tsx'
import { words } from './words.ts'

type PersonPageProps = {
  lang: Lang
  today: CalendarDate
  patient: Patient
  areas: Areas
  exams: readonly VisitExam[]
  once: string
  /** The phone form when it came back. */
  phone?: { value: string; error: Text | undefined } | undefined
  may: { write: boolean; openExam: boolean; book: boolean; readExams: boolean; readRecord: boolean }
}

export function PersonPageView(props: PersonPageProps) {
  const { lang, patient, today, may } = props
  const running = props.exams.find(({ visitState }) => isRunning(visitState))
  const facts = <FactsPanel {...props} />
  return (
    <>
      <PageHead
        lang={lang}
        title={patient.name}
        lead={personLine(patient, today, lang)}
        badge={
          running && (
            <StatusBadge
              lang={lang}
              state={running.visitState}
              label={stateWord(running.visitState)}
            />
          )
        }
        back={{ href: '/patients', label: patientWords.back }}
        actions={<Actions {...props} running={running} />}
      />
      <WarningNotice lang={lang} warnings={patientWarnings(patient, props.areas)} />
      {may.readExams ? <Columns main={facts} side={<VisitsPanel {...props} />} wideSide /> : facts}
    </>
  )
}

/** Where a visit is under way, it is what one comes for; else opening one. */
function Actions(props: PersonPageProps & { running: VisitExam | undefined }) {
  const { lang, patient, may, running } = props
  return (
    <>
      {may.readRecord && (
        <LinkButton lang={lang} href={`/records/${patient.id}`} icon="record">
          {say(words.record, lang)}
        </LinkButton>
      )}
      {may.book && (
        <LinkButton href={`/appointments/new?patient=${patient.id}`} icon="calendar">
          {say(appointmentWords.new, lang)}
        </LinkButton>
      )}
      {running && (
        <LinkButton
          lang={lang}
          href={`/visits/${running.visitId}`}
          variant="primary"
          icon="right"
          shortcut="o"
        >
          {say(words.toRunning, lang)}
        </LinkButton>
      )}
      {!running && may.openExam && (
        <LinkButton
          lang={lang}
          href={`/exams/new?patient=${patient.id}`}
          variant="primary"
          icon="plus"
          shortcut="n"
        >
          {say(words.openExam, lang)}
        </LinkButton>
      )}
    </>
  )
}

function FactsPanel({ lang, patient, areas, once, phone, may }: PersonPageProps) {
  return (
    <Panel
      lang={lang}
      title={words.facts}
      aside={
        may.write && (
          <LinkButton
            lang={lang}
            href={`/patients/${patient.id}/edit`}
            small
            icon="pen"
            shortcut="e"
          >
            {say(patientWords.edit, lang)}
          </LinkButton>
        )
      }
    >
      <div class="person-card">
        <PortraitView lang={lang} patient={patient} once={once} mayChange={may.write} />
        <PersonFacts
          lang={lang}
          person={patient}
          areas={areas}
          phone={may.write ? { lang, patient, once: `${once}-phone`, back: phone } : undefined}
        />
      </div>
    </Panel>
  )
}

function VisitsPanel({ lang, exams }: PersonPageProps) {
  return (
    <Panel lang={lang} title={words.visits} flush>
      <DataTable
        lang={lang}
        caption={words.visits}
        rows={exams}
        href={(exam) => `/visits/${exam.visitId}`}
        empty={
          <EmptyState lang={lang} icon="exam" title={words.noVisits} text={words.noVisitsText} />
        }
        columns={[
          {
            label: words.day,
            head: true,
            cell: (exam) => <InstantText lang={lang} at={exam.openedAt} />,
          },
          { label: words.licenceClass, narrow: true, cell: (exam) => exam.licenceClass },
          { label: words.purpose, cell: (exam) => say(stateWord(exam.purpose), lang) },
          {
            label: words.state,
            narrow: true,
            cell: ({ visitState }) => (
              <StatusBadge lang={lang} state={visitState} label={stateWord(visitState)} />
            ),
          },
        ]}
      />
    </Panel>
  )
}
