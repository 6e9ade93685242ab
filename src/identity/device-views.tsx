import { fill, type Lang, say } from '../core/text.ts'
import type { Column } from '../web/pieces/data-table.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import { AskFirst, type Irrevocable } from './ask-first.tsx'
import { type Device, type DeviceState, deviceState } from './device.ts'
import { deviceKindWords, deviceStateWords, deviceWords as words } from './device-words.ts'
import { HouseListView } from './house-list-view.tsx'
import { staffWords } from './staff-words.ts'

export const deviceShows = ['living', 'revokedOnes', 'all'] as const
export type DeviceShow = (typeof deviceShows)[number]

type DeviceListProps = { lang: Lang; devices: readonly Device[]; show: DeviceShow; now: Date }

export function DeviceListView({ lang, devices, show, now }: DeviceListProps) {
  return (
    <HouseListView
      lang={lang}
      title={words.title}
      lead={words.lead}
      back={{ href: '/staff', label: staffWords.title }}
      path="/devices"
      add={words.add}
      views={words.views}
      shows={deviceShows}
      names={words}
      show={show}
      rows={devices}
      hasEnded={({ revokedAt }) => revokedAt !== null}
      columns={columns(lang, now)}
      empty={
        show === 'revokedOnes' ? (
          <EmptyState lang={lang} icon="key" title={words.noneRevoked} />
        ) : (
          <EmptyState lang={lang} icon="key" title={words.none} text={words.noneText} />
        )
      }
    />
  )
}

/** Our own states in the words that badges are drawn by. */
const badges: Readonly<Record<DeviceState, string>> = {
  waiting: 'requested',
  'code-expired': 'on-hold',
  paired: 'finished',
  expired: 'on-hold',
  revoked: 'cancelled',
}

function columns(lang: Lang, now: Date): Column<Device>[] {
  const instant = (at: Date | null) =>
    at ? <InstantText lang={lang} at={at} /> : say(words.never, lang)
  return [
    { label: words.name, head: true, cell: ({ name }) => name, sort: ({ name }) => name },
    { label: words.kind, cell: ({ kind }) => say(deviceKindWords[kind], lang) },
    {
      label: words.status,
      cell: (device) => {
        const state = deviceState(device, now)
        return <StatusBadge lang={lang} state={badges[state]} label={deviceStateWords[state]} />
      },
    },
    {
      label: words.lastSeen,
      cell: ({ lastSeenAt }) => instant(lastSeenAt),
      sort: ({ lastSeenAt }) => lastSeenAt?.getTime() ?? 0,
    },
    {
      label: words.pairedUntil,
      minor: true,
      cell: ({ expiresAt }) => (expiresAt ? <InstantText lang={lang} at={expiresAt} /> : '–'),
    },
    {
      label: words.revoke,
      narrow: true,
      cell: (device) =>
        device.revokedAt ? null : (
          <div class="device-acts">
            <AskFirst {...newCodeQuestion(lang, device)} name={device.name} small />
            <AskFirst {...revokeQuestion(lang, device)} name={device.name} small />
          </div>
        ),
    },
  ]
}

type Named = Pick<Device, 'id' | 'name'>

export function newCodeQuestion(lang: Lang, { id, name }: Named): Irrevocable {
  return {
    lang,
    id: `ask-code-${id}`,
    path: `/devices/${id}/code`,
    act: words.newCode,
    title: fill(words.newCodeAsk, { name }),
    text: words.newCodeText,
  }
}

export function revokeQuestion(lang: Lang, { id, name }: Named): Irrevocable {
  return {
    lang,
    id: `ask-${id}`,
    path: `/devices/${id}/revoke`,
    act: words.revoke,
    title: fill(words.revokeAsk, { name }),
    text: words.revokeText,
  }
}
