import { type Lang, say, type Text } from '../core/text.ts'
import type { Areas } from '../patients/areas.ts'
import { type Patient, patientWarnings } from '../patients/patient.ts'
import { PersonFacts, PhoneForm, PortraitView, WarningNotice } from '../patients/person-views.tsx'
import { words as patientWords } from '../patients/words.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import type { VisitExam } from './visit.ts'
import { stateWord } from './visit-views.tsx'
import { words } from './words.ts'

/** What has just happened to the record, said once on top. */
export const announcements = ['registered', 'alreadyThere', 'updated'] as const
export type Announcement = (typeof announcements)[number]

type PersonPageProps = {
  lang: Lang
  patient: Patient
  areas: Areas
  exams: readonly VisitExam[]
  once: string
  said?: Announcement | undefined
  /** The phone form when it came back. */
  phone?: { value: string; error: Text | undefined } | undefined
  may: { write: boolean; openExam: boolean; readExams: boolean }
}

export function PersonPageView(props: PersonPageProps) {
  const { lang, patient, may } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={patient.name}
        back={{ href: '/patients', label: patientWords.back }}
        actions={
          may.openExam && (
            <LinkButton href={`/exams/new?patient=${patient.id}`} variant="primary" icon="plus">
              {say(words.openExam, lang)}
            </LinkButton>
          )
        }
      />
      <Stack>
        {props.said && (
          <Notice lang={lang} kind={props.said === 'alreadyThere' ? 'info' : 'success'}>
            {say(patientWords[props.said], lang)}
          </Notice>
        )}
        <WarningNotice lang={lang} warnings={patientWarnings(patient, props.areas)} />
        <Columns main={<Main {...props} />} side={<Side {...props} />} />
      </Stack>
    </>
  )
}

function Main({ lang, patient, areas, exams, may }: PersonPageProps) {
  return (
    <Stack>
      <Panel
        lang={lang}
        title={words.facts}
        aside={
          may.write && (
            <LinkButton href={`/patients/${patient.id}/edit`} small icon="pen">
              {say(patientWords.edit, lang)}
            </LinkButton>
          )
        }
      >
        <PersonFacts lang={lang} person={patient} areas={areas} />
      </Panel>
      {may.readExams && <ExamsPanel lang={lang} exams={exams} />}
    </Stack>
  )
}

function Side({ lang, patient, once, phone, may }: PersonPageProps) {
  return (
    <Stack>
      {may.write && !patient.phone && (
        <Panel lang={lang} title={patientWords.phoneAsk} marked>
          <PhoneForm lang={lang} patient={patient} once={`${once}-phone`} {...phone} />
        </Panel>
      )}
      <Panel lang={lang} title={patientWords.portrait}>
        <PortraitView lang={lang} patient={patient} once={once} mayChange={may.write} />
      </Panel>
    </Stack>
  )
}

function ExamsPanel({ lang, exams }: { lang: Lang; exams: readonly VisitExam[] }) {
  return (
    <Panel lang={lang} title={words.exams} flush>
      <DataTable
        lang={lang}
        caption={words.exams}
        rows={exams}
        href={(exam) => `/visits/${exam.visitId}`}
        empty={<EmptyState lang={lang} icon="exam" title={words.noExams} />}
        columns={[
          {
            label: words.day,
            head: true,
            cell: (exam) => <InstantText lang={lang} at={exam.openedAt} />,
          },
          { label: words.licenceClass, cell: (exam) => exam.licenceClass },
          { label: words.purpose, cell: (exam) => say(stateWord(exam.purpose), lang) },
          {
            label: words.state,
            cell: (exam) => (
              <StatusBadge lang={lang} state={exam.state} label={stateWord(exam.state)} />
            ),
          },
        ]}
      />
    </Panel>
  )
}
