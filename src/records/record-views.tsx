import { type Lang, say } from '../core/text.ts'
import { sections } from '../exams/findings.ts'
import { FindingsList } from '../exams/findings-views.tsx'
import { outcomeNames } from '../exams/page-words.ts'
import { sectionNames } from '../exams/words.ts'
import type { Patient } from '../patients/patient.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { dateText, InstantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { Timeline } from '../web/pieces/timeline.tsx'
import type { EncounterWithExam, ViewEntry } from './record.ts'
import { viewActions, words } from './words.ts'

type RecordProps = {
  lang: Lang
  patient: Patient
  encounters: readonly EncounterWithExam[]
  views: readonly ViewEntry[]
}

/** Everything on record of one person, and who has looked at it. */
export function RecordView({ lang, patient, encounters, views }: RecordProps) {
  return (
    <>
      <PageHead
        lang={lang}
        title={say(words.recordOf, lang, { name: patient.name })}
        back={{ href: '/records', label: words.back }}
        lead={dateText(patient.birthDate, lang)}
      />
      <Columns
        main={
          <Stack>
            {encounters.length === 0 && (
              <Panel lang={lang}>
                <EmptyState lang={lang} icon="exam" title={words.noEncounter} />
              </Panel>
            )}
            {encounters.map((each) => (
              <EncounterPanel lang={lang} {...each} />
            ))}
          </Stack>
        }
        side={<ViewsPanel lang={lang} views={views} />}
      />
    </>
  )
}

function EncounterPanel({ lang, encounter, exam, intact }: EncounterWithExam & { lang: Lang }) {
  const { conclusion, certificate, licenceClass } = exam
  return (
    <Panel
      lang={lang}
      title={say(words.driverExam, lang, { class: licenceClass })}
      aside={
        conclusion && (
          <StatusBadge
            lang={lang}
            state={conclusion.outcome}
            label={outcomeNames[conclusion.outcome]}
          />
        )
      }
      footer={
        <LinkButton href={`/exams/${exam.id}`} small>
          {say(words.openExam, lang)}
        </LinkButton>
      }
    >
      {!intact && (
        <Notice lang={lang} kind="error" title={words.tampered}>
          {say(words.tamperedText, lang)}
        </Notice>
      )}
      <DefinitionList
        lang={lang}
        items={[
          { term: words.started, value: <InstantText lang={lang} at={encounter.startedAt} /> },
          { term: words.ended, value: <InstantText lang={lang} at={encounter.endedAt} /> },
          conclusion && { term: words.doctor, value: conclusion.by },
          certificate && { term: words.certificate, value: certificate.number },
          conclusion?.reason ? { term: words.reason, value: conclusion.reason } : undefined,
          {
            term: words.seal,
            value: (
              <>
                <code>{encounter.contentHash.slice(0, 16)}</code>{' '}
                {intact && say(words.intact, lang)}
              </>
            ),
          },
        ]}
      />
      {sections.map((section) => {
        const recorded = exam.sections[section]
        return (
          recorded && (
            <section class="exam-section">
              <h3>{say(sectionNames[section], lang)}</h3>
              <FindingsList lang={lang} section={section} findings={recorded.findings} />
            </section>
          )
        )
      })}
    </Panel>
  )
}

function ViewsPanel({ lang, views }: { lang: Lang; views: readonly ViewEntry[] }) {
  return (
    <Panel lang={lang} title={words.views}>
      <Timeline
        lang={lang}
        label={words.views}
        items={views.map(({ at, by, action }) => ({
          at,
          by,
          title: viewActions[action],
        }))}
      />
    </Panel>
  )
}
