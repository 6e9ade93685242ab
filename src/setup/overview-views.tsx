import { type Lang, say, type Text } from '../core/text.ts'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge, type Tone } from '../web/pieces/status-badge.tsx'
import { overviewWords as words } from './overview-words.ts'

export type SettingItem = {
  href: string
  label: Text
  /** What it is set to now, in a few words. */
  what?: string | undefined
  mark?: { tone: Tone; label: string } | undefined
}
export type SettingGroup = { title: Text; items: readonly SettingItem[] }

/** Everything that can be set, each with what it is set to, so that one reads before one opens. */
export function OverviewView({ lang, groups }: { lang: Lang; groups: readonly SettingGroup[] }) {
  return (
    <>
      <PageHead lang={lang} title={words.title} lead={say(words.lead, lang)} />
      <Stack>
        {groups.map(({ title, items }) => (
          <Panel lang={lang} title={title} flush>
            <ul class="settings-list">
              {items.map((item) => (
                <Item lang={lang} item={item} />
              ))}
            </ul>
          </Panel>
        ))}
      </Stack>
    </>
  )
}

function Item({ lang, item }: { lang: Lang; item: SettingItem }) {
  const { href, label, what, mark } = item
  return (
    <li class="settings-item">
      <a href={href}>{say(label, lang)}</a>
      <span class="settings-item-what">{what}</span>
      {mark ? <StatusBadge lang={lang} {...mark} /> : <span />}
    </li>
  )
}
