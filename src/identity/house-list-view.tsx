import type { Child } from 'hono/jsx'
import { type Lang, say, type Text } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { type Column, DataTable } from '../web/pieces/data-table.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { Tabs } from '../web/pieces/tabs.tsx'

type HouseListProps<Row, Show extends string> = {
  lang: Lang
  title: Text
  lead?: Text
  back?: { href: string; label: Text }
  /** Where it lives; `new` below it adds to it. */
  path: string
  add: Text
  /** What the tabs choose by. */
  views: Text
  /** What is in use, what has ended, all: the first without a word in the address. */
  shows: readonly [Show, Show, Show]
  names: Readonly<Record<Show, Text>>
  show: Show
  rows: readonly Row[]
  hasEnded: (row: Row) => boolean
  columns: readonly Column<Row>[]
  href?: (row: Row) => string
  filter?: boolean | Text
  empty: Child
  /** Below the list. */
  children?: Child
}

/** A list of what may come into the house: people, programs, screens; those that have ended apart. */
export function HouseListView<Row, Show extends string>(props: HouseListProps<Row, Show>) {
  const { lang, title, lead, path, shows, names, rows, hasEnded } = props
  const [living, ended] = shows
  const shown = (show: Show) =>
    show === living || show === ended
      ? rows.filter((row) => hasEnded(row) === (show === ended))
      : rows
  return (
    <>
      <PageHead
        lang={lang}
        title={title}
        lead={lead && say(lead, lang)}
        back={props.back}
        actions={
          <LinkButton lang={lang} href={`${path}/new`} variant="primary" icon="plus" shortcut="n">
            {say(props.add, lang)}
          </LinkButton>
        }
      />
      <Stack>
        <Tabs
          lang={lang}
          label={props.views}
          tabs={shows.map((each) => ({
            href: each === living ? path : `${path}?show=${each}`,
            label: names[each],
            count: shown(each).length,
            current: each === props.show,
          }))}
        />
        <Panel lang={lang} flush>
          <DataTable
            lang={lang}
            caption={title}
            rows={shown(props.show)}
            href={props.href}
            filter={props.filter}
            columns={props.columns}
            empty={props.empty}
          />
        </Panel>
        {props.children}
      </Stack>
    </>
  )
}
