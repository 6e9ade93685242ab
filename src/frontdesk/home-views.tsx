import { type Actor, may, type Permission } from '../core/actor.ts'
import { type Lang, say } from '../core/text.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { DateText, InstantText } from '../web/pieces/date-text.tsx'
import { EmptyState } from '../web/pieces/empty-state.tsx'
import { type HomeTile, HomeTiles } from '../web/pieces/home-tiles.tsx'
import { LivePart } from '../web/pieces/live-part.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import type { DayVisit } from './visit.ts'
import { words } from './words.ts'

type HomeProps = { lang: Lang; actor: Actor; visits?: readonly DayVisit[] | undefined }

/** What one may do from here, by right; the first that is one's own is the main thing. */
export function HomeView({ lang, actor, visits }: HomeProps) {
  const tiles = tilesFor(actor)
  return (
    <>
      <PageHead
        lang={lang}
        title={say(words.hello, lang, { name: actor.name })}
        lead={say(words.helloLead, lang)}
      />
      <Stack>
        {tiles.length > 0 ? (
          <HomeTiles lang={lang} tiles={tiles} />
        ) : (
          <Panel lang={lang}>
            <EmptyState lang={lang} icon="info" title={words.nothing} text={words.nothingText} />
          </Panel>
        )}
        {visits && <TodayPanel lang={lang} visits={visits} />}
      </Stack>
    </>
  )
}

function TodayPanel({ lang, visits }: { lang: Lang; visits: readonly DayVisit[] }) {
  return (
    <LivePart id="today">
      <Panel lang={lang} title={words.today} flush>
        <DataTable
          lang={lang}
          caption={words.today}
          rows={visits}
          href={(visit) => `/visits/${visit.id}`}
          empty={<EmptyState lang={lang} icon="person" title={words.noVisits} />}
          columns={[
            {
              label: words.time,
              narrow: true,
              cell: (visit) => <InstantText lang={lang} at={visit.startedAt} show="time" />,
            },
            { label: words.name, head: true, cell: (visit) => visit.name },
            {
              label: words.birthDate,
              minor: true,
              cell: (visit) => <DateText lang={lang} date={visit.birthDate} />,
            },
            { label: words.licenceClass, cell: (visit) => visit.licenceClass ?? '—' },
            {
              label: words.state,
              cell: (visit) => (
                <StatusBadge lang={lang} state={visit.state} label={words[visit.state]} />
              ),
            },
          ]}
        />
      </Panel>
    </LivePart>
  )
}

const allTiles: readonly (HomeTile & { needs: Permission })[] = [
  {
    href: '/patients/new',
    title: words.tileRegister,
    text: words.tileRegisterText,
    icon: 'qr',
    needs: 'patient:write',
  },
  {
    href: '/bills',
    title: words.tileBills,
    text: words.tileBillsText,
    icon: 'bill',
    needs: 'invoice:issue',
  },
  {
    href: '/renewals',
    title: words.tileRenewals,
    text: words.tileRenewalsText,
    icon: 'licence',
    needs: 'renewal:manage',
  },
  {
    href: '/staff',
    title: words.tileStaff,
    text: words.tileStaffText,
    icon: 'staff',
    needs: 'staff:manage',
  },
  {
    href: '/audit',
    title: words.tileAudit,
    text: words.tileAuditText,
    icon: 'log',
    needs: 'audit:read',
  },
  {
    href: '/exams',
    title: words.tileExams,
    text: words.tileExamsText,
    icon: 'exam',
    needs: 'exam:read',
  },
  {
    href: '/bank-transactions',
    title: words.tileBank,
    text: words.tileBankText,
    icon: 'bank',
    needs: 'bank:read',
  },
  {
    href: '/patients',
    title: words.tilePatients,
    text: words.tilePatientsText,
    icon: 'search',
    needs: 'patient:read',
  },
]

export function tilesFor(actor: Actor): HomeTile[] {
  return allTiles
    .filter(({ needs }) => may(actor, needs))
    .map(({ needs: _, ...tile }, index) => ({ ...tile, main: index === 0 }))
}
