import { calendarDateOf } from '../core/calendar-date.ts'
import { type Lang, say } from '../core/text.ts'
import { sortedFindings } from '../exams/finding.ts'
import { type Section, sections } from '../exams/findings.ts'
import { FindingsList } from '../exams/findings-views.tsx'
import { outcomeNames } from '../exams/page-words.ts'
import { sectionNames } from '../exams/words.ts'
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

/** What stands out first; what is as usual and was not even measured is named in one line. */
function Found({ lang, exam }: EncounterProps) {
  const recorded = sections.flatMap((section) => {
    const findings = exam.sections[section]?.findings
    return findings ? [{ section, findings, ...sortedFindings(section, findings) }] : []
  })
  const remarkable = recorded.filter((each) => each.remarkable.length > 0)
  const measured = recorded.filter((each) => !remarkable.includes(each) && each.measured.length > 0)
  const usual = recorded.filter((each) => each.remarkable.length + each.measured.length === 0)
  return (
    <>
      {remarkable.length > 0 && (
        <div class="encounter-group encounter-remarkable">
          <p class="encounter-group-title">{say(words.abnormal, lang)}</p>
          <SectionList lang={lang} sections={remarkable} />
        </div>
      )}
      {measured.length > 0 && <SectionList lang={lang} sections={measured} />}
      {usual.length > 0 && (
        <details class="encounter-usual">
          <summary>
            {say(words.nothingAbnormal, lang)}
            {`: ${usual.map(({ section }) => say(sectionNames[section], lang)).join(', ')}`}
          </summary>
          <SectionList lang={lang} sections={usual} />
        </details>
      )}
    </>
  )
}

type Recorded = { section: Section; findings: Readonly<Record<string, unknown>> }

function SectionList(props: { lang: Lang; sections: readonly Recorded[] }) {
  const { lang } = props
  return (
    <div class="encounter-sections">
      {props.sections.map(({ section, findings }) => (
        <div class="encounter-section">
          <h3>{say(sectionNames[section], lang)}</h3>
          <FindingsList lang={lang} section={section} findings={findings} />
        </div>
      ))}
    </div>
  )
}
