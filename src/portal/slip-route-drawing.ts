import type { Section } from '../exams/findings.ts'
import { sectionNames } from '../exams/words.ts'
import { type Box, columns, pad, rule, stack, whole } from '../platform/pdf-box.ts'
import { scale } from '../platform/pdf-family.ts'
import { tick } from '../platform/pdf-marks.ts'
import { text } from '../platform/pdf-text.ts'
import type { SlipProps } from './slip-pdf.ts'
import { slipPaper as paper } from './slip-words.ts'

const black = '#000000'
const BOX = 12

/** The stations in order, each with a box that the station ticks and room for its room's number. */
export function drawRoute(props: SlipProps): Box {
  const { sections = [], bill } = props
  const declared = sections.find(({ section }) => section === 'declaration')
  const substances = sections.filter(({ section }) => section === 'substances')
  const special = sections.filter(({ section }) => !atOtherStations.has(section))
  const stations = [
    station(paper.reception, declared?.done ?? false),
    station(paper.cashier, bill?.paid ?? false),
    ...(special.length > 0
      ? [stack([station(paper.specialties, done(special)), grid(special)])]
      : [station(paper.specialties, false)]),
    station(paper.laboratory, substances.length > 0 && done(substances)),
    station(paper.conclusion, false),
    station(paper.certificate, false, false),
  ]
  return stack([
    pad(text(paper.route, { face: 'semibold', size: scale.lead, colour: black }), {
      top: 7,
      bottom: 3,
    }),
    ...stations.flatMap((box) => [rule(black, 0.5), pad(whole(box), { top: 2, bottom: 2.5 })]),
    rule(black, 0.5),
  ])
}

const atOtherStations: ReadonlySet<Section> = new Set<Section>(['declaration', 'substances'])

function done(sections: readonly { done: boolean }[]): boolean {
  return sections.every((section) => section.done)
}

/** A rehearsed hand writes the room here: where it is, only the house knows. */
function station(name: string, ticked: boolean, room = true): Box {
  return columns(
    [
      { width: BOX, box: pad(tick(ticked, BOX), { top: 2 }) },
      {
        width: 'rest',
        box: text(name, { size: scale.lead, face: 'medium', colour: black, leading: 1.3 }),
      },
      {
        width: 88,
        box: text(room ? `${paper.room} ${paper.dots}` : '', {
          size: scale.heading,
          align: 'right',
          colour: black,
          leading: 1.5,
        }),
      },
    ],
    8,
  )
}

/** The specialties three abreast, in the order of the form. */
function grid(sections: readonly { section: Section; done: boolean }[]): Box {
  const rows: (typeof sections)[] = []
  for (let at = 0; at < sections.length; at += 3) rows.push(sections.slice(at, at + 3))
  return pad(
    stack(
      rows.map((row) =>
        columns(
          row.map((each) => ({ width: 112, box: small(each) })),
          4,
        ),
      ),
      3,
    ),
    { top: 1, left: BOX + 8 },
  )
}

function small({ section, done: ticked }: { section: Section; done: boolean }): Box {
  return columns(
    [
      { width: 9, box: pad(tick(ticked, 9), { top: 2.5 }) },
      {
        width: 'rest',
        box: text(sectionNames[section].vi, { size: scale.heading, colour: black }),
      },
    ],
    5,
  )
}
