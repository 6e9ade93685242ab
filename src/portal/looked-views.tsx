import { calendarDateOf, clockTimeOf } from '../core/calendar-date.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { roleNames } from '../identity/role-words.ts'
import { dateText } from '../web/pieces/date-text.tsx'
import { PageHead } from '../web/pieces/panel.tsx'
import type { Looked } from './looked.ts'
import { deedWords, lookedWords as words } from './looked-words.ts'

type LookedProps = { lang: Lang; at: string; looked: readonly Looked[]; more: boolean }

/** Who read, wrote and printed what of this visit, to the person whose it is. */
export function LookedView({ lang, at, looked, more }: LookedProps) {
  return (
    <article class="visit">
      <PageHead
        lang={lang}
        title={words.title}
        back={{ href: at, label: words.back }}
        lead={say(words.lead, lang)}
      />
      {daysOf(looked).map(({ day, entries }) => (
        <section class="panel" aria-labelledby={`day-${day}`}>
          <div class="panel-head">
            <h2 class="panel-title" id={`day-${day}`}>
              <time datetime={day}>{dateText(day, lang)}</time>
            </h2>
          </div>
          <ol class="panel-body looked" aria-label={say(words.list, lang)}>
            {entries.map((entry) => (
              <Entry lang={lang} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {more && <p class="visit-hint">{say(words.more, lang)}</p>}
      <p class="visit-hint">{say(words.wrong, lang)}</p>
    </article>
  )
}

function Entry({ lang, entry }: { lang: Lang; entry: Looked }) {
  const deed = deedWords[entry.action as keyof typeof deedWords]
  const [first, last] = [clockTimeOf(entry.first), clockTimeOf(entry.last)]
  return (
    <li class="looked-entry">
      <time class="looked-when" datetime={entry.last.toISOString()}>
        {last}
      </time>
      <div>
        <p class="looked-who">{whoText(entry, lang)}</p>
        <p>{deed && say(deed, lang)}</p>
        {first !== last && (
          <p class="visit-hint">{say(words.several, lang, { times: entry.times, first, last })}</p>
        )}
      </div>
    </li>
  )
}

function whoText({ actorKind, doctor, program, roles }: Looked, lang: Lang): string {
  if (actorKind === 'patient') return say(words.you, lang)
  if (doctor && program) return say(words.doctorBy, lang, { name: doctor, program })
  if (doctor) return say(words.doctor, lang, { name: doctor })
  if (program) return say(words.program, lang, { name: program })
  if (actorKind !== 'staff') return say(words.system, lang)
  const held = roles.flatMap((role) => roleNames[role as keyof typeof roleNames] ?? [])
  return held.length > 0
    ? held.map((name: Text) => say(name, lang)).join(', ')
    : say(words.former, lang)
}

function daysOf(looked: readonly Looked[]) {
  const days: { day: string; entries: Looked[] }[] = []
  for (const entry of looked) {
    const day = calendarDateOf(entry.last)
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}
