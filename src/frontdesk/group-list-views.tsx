import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { type Column, DataTable } from '../web/pieces/data-table.tsx'
import { DateText, dateText } from '../web/pieces/date-text.tsx'
import { Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { Stats } from '../web/pieces/stat.tsx'
import { StatusBadge, type Tone } from '../web/pieces/status-badge.tsx'
import type { Group } from './group.ts'
import { type Decision, type ListReport, type Standing, tally } from './group-decision.ts'
import type { StoredList } from './group-list.ts'
import { listFieldNames } from './group-list-words.ts'
import { standingNames, decisionWords as words } from './group-words.ts'

type Props = { lang: Lang; group: Group; list: StoredList; report: ListReport; once: string }

const tones: Record<Standing, Tone> = {
  new: 'info',
  known: 'info',
  member: 'good',
  differs: 'warn',
  likely: 'warn',
  faulty: 'bad',
}

/** What becomes of each line, before anything is registered and ever after. */
export function GroupListReportView(props: Props) {
  const { lang, group, list, report } = props
  const counts = tally(report.decisions)
  const figures = (Object.keys(tones) as Standing[])
    .filter((standing) => counts[standing] > 0)
    .map((standing) => ({
      label: standingNames[standing],
      value: counts[standing],
      tone: tones[standing] === 'info' ? undefined : tones[standing],
    }))
  return (
    <>
      <PageHead
        lang={lang}
        title={words.title}
        lead={say(list.registeredAt ? words.stillLeft : words.lead, lang)}
        back={{ href: `/groups/${group.id}`, label: group.name }}
      />
      <Stack>
        <Unread {...props} />
        {figures.length > 0 && <Stats lang={lang} figures={figures} />}
        {report.decisions.length > 0 && <Report {...props} />}
      </Stack>
    </>
  )
}

/** What of the file is not in the report below. */
function Unread({ lang, list, report }: Props) {
  const { unread, lacking } = report
  const columns = lacking.map((field) => say(listFieldNames[field], lang)).join(', ')
  return (
    <>
      {lacking.length > 0 && (
        <Notice lang={lang} kind="error" title={say(words.lacking, lang, { columns })} alert>
          {say(words.lackingText, lang)}
        </Notice>
      )}
      {unread.length > 0 && (
        <Notice lang={lang}>{say(words.unread, lang, { columns: unread.join(', ') })}</Notice>
      )}
      {list.otherSheets.length > 0 && (
        <Notice lang={lang} kind="warn">
          {say(words.otherSheets, lang, { sheets: list.otherSheets.join(', ') })}
        </Notice>
      )}
    </>
  )
}

function Report(props: Props) {
  const { lang, group, list, report } = props
  const counts = tally(report.decisions)
  const sure = counts.new + counts.known
  const asked = counts.differs + counts.likely
  const action = `/groups/${group.id}/lists/${list.id}/registration`
  return (
    <Form lang={lang} action={action} once={props.once} class="stack">
      <Panel lang={lang} flush>
        <DataTable
          lang={lang}
          caption={words.report}
          rows={report.decisions}
          scrolls
          rowId={({ row }) => `line-${row.line}`}
          columns={columns(lang)}
        />
      </Panel>
      {group.closedAt === undefined && (
        <FormActions sticky>
          {sure + asked > 0 ? (
            <Button lang={lang} variant="primary" icon="check">
              {sure > 0
                ? say(words.register, lang, { count: sure })
                : say(words.registerChosen, lang)}
            </Button>
          ) : (
            <LinkButton href={`/groups/${group.id}`} variant="primary">
              {counts.faulty > 0 ? group.name : say(words.nothingLeft, lang)}
            </LinkButton>
          )}
        </FormActions>
      )}
    </Form>
  )
}

function columns(lang: Lang): Column<Decision>[] {
  return [
    { label: words.line, narrow: true, align: 'end', cell: ({ row }) => row.line },
    { label: listFieldNames.name, head: true, cell: ({ row }) => row.name },
    {
      label: listFieldNames.birthDate,
      minor: true,
      cell: ({ row }) =>
        row.entry ? <DateText lang={lang} date={row.entry.person.birthDate} /> : '—',
    },
    {
      label: listFieldNames.identityNumber,
      minor: true,
      cell: ({ row }) => row.entry?.person.identityCard?.number ?? '—',
    },
    {
      label: listFieldNames.licenceClass,
      narrow: true,
      cell: ({ row }) => row.entry?.licenceClass ?? '—',
    },
    {
      label: words.result,
      narrow: true,
      cell: ({ standing }) => (
        <StatusBadge lang={lang} tone={tones[standing]} label={standingNames[standing]} />
      ),
    },
    { label: words.remarks, cell: (decision) => <Remarks lang={lang} decision={decision} /> },
  ]
}

function Remarks({ lang, decision }: { lang: Lang; decision: Decision }) {
  const { standing, candidates, said } = decision
  const asks = standing === 'differs' || standing === 'likely'
  const template = standing === 'differs' ? words.differsFrom : words.likelyIs
  const like = asks ? candidates.map((known) => say(template, lang, named(known, lang))) : []
  return (
    <Stack tight>
      {[...like, ...said.map((text) => say(text, lang))].map((line) => (
        <p>{line}</p>
      ))}
      {asks && <ChoiceOfLine lang={lang} decision={decision} />}
    </Stack>
  )
}

function ChoiceOfLine({ lang, decision }: { lang: Lang; decision: Decision }) {
  const { row, standing, candidates } = decision
  return (
    <select
      class="input"
      name={`line-${row.line}`}
      aria-label={say(words.choose, lang, { line: row.line })}
    >
      <option value="">{say(words.leave, lang)}</option>
      {candidates.map((known) => (
        <option value={`record:${known.id}`}>
          {say(words.isRecord, lang, named(known, lang))}
        </option>
      ))}
      {standing === 'likely' && <option value="new">{say(words.isNew, lang)}</option>}
    </select>
  )
}

function named({ name, birthDate }: Decision['candidates'][number], lang: Lang) {
  return { name, birthDate: dateText(birthDate, lang) }
}
