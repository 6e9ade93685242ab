import { calendarDateOf } from '../core/calendar-date.ts'
import { type Lang, say } from '../core/text.ts'
import { type Section, sections } from '../exams/findings.ts'
import { SectionRows } from '../exams/overview-views.tsx'
import { outcomeNames } from '../exams/page-words.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { DateText, dateText, InstantText, instantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Icon } from '../web/pieces/icon.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Row } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import type { EncounterWithExam } from './record.ts'
import { words } from './words.ts'

type EncounterProps = EncounterWithExam & { lang: Lang; newest: boolean; printing: boolean }

/** One stay: its outcome always in sight, what was found behind it; the newest stands open. */
export function EncounterView(props: EncounterProps) {
  const { lang, encounter, exam, intact, newest } = props
  const outcome = exam.conclusion?.outcome
  return (
    <section class="panel encounter">
      <details open={newest || !intact}>
        <summary class="encounter-head">
          <Icon name="right" />
          <h2 class="encounter-title">
            {dateText(calendarDateOf(encounter.endedAt), lang)}
            <span class="encounter-what">
              {say(words.encounter, lang, { class: exam.licenceClass })}
            </span>
          </h2>
          {outcome && <StatusBadge lang={lang} state={outcome} label={outcomeNames[outcome]} />}
          {!intact && <StatusBadge lang={lang} tone="bad" label={words.tampered} />}
        </summary>
        <div class="encounter-body">
          {!intact && (
            <Notice lang={lang} kind="error" title={words.tampered}>
              {say(words.tamperedText, lang)}
            </Notice>
          )}
          <Facts {...props} />
          <Found {...props} />
        </div>
      </details>
    </section>
  )
}

function Facts({ lang, encounter, exam, intact, printing }: EncounterProps) {
  const { conclusion, certificate } = exam
  const concluded = conclusion && {
    at: instantText(encounter.endedAt, lang),
    name: conclusion.by,
  }
  return (
    <div class="encounter-facts">
      <DefinitionList
        lang={lang}
        items={[
          { term: words.came, value: <InstantText lang={lang} at={encounter.startedAt} /> },
          concluded && { term: words.concluded, value: say(words.byDoctor, lang, concluded) },
          conclusion?.reason ? { term: words.reason, value: conclusion.reason } : undefined,
          conclusion?.reexamineOn && {
            term: words.reexamine,
            value: <DateText lang={lang} date={conclusion.reexamineOn} />,
          },
          certificate && { term: words.certificate, value: certificate.number },
          {
            term: words.seal,
            value: (
              <>
                <code>{encounter.contentHash.slice(0, 16)}</code>
                {intact && <span class="soft"> · {say(words.intact, lang)}</span>}
              </>
            ),
          },
        ]}
      />
      <Row>
        <LinkButton lang={lang} href={`/exams/${exam.id}`} icon="exam" small>
          {say(words.openExam, lang)}
        </LinkButton>
        {printing && certificate && intact && (
          <LinkButton
            lang={lang}
            href={`/api/v1/exams/${exam.id}/certificate.pdf`}
            icon="print"
            small
            newTab
          >
            {say(words.certificate, lang)}
          </LinkButton>
        )}
      </Row>
    </div>
  )
}

const everything: ReadonlySet<Section> = new Set(sections)

/** Section by section as on the exam's own page, by the assessment that was signed. */
function Found({ lang, exam }: EncounterProps) {
  if (!exam.frozenAssessment) return null
  return (
    <div class="encounter-found">
      <SectionRows
        lang={lang}
        exam={exam}
        assessment={exam.frozenAssessment}
        visible={everything}
      />
    </div>
  )
}
