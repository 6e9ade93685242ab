import {
  type CalendarDate,
  calendarDateOf,
  clockTimeOf,
  formatDayMonthYear,
} from '../core/calendar-date.ts'
import type { Section } from '../exams/findings.ts'
import { makePdf } from '../platform/pdf.ts'
import { type Box, columns, mm, pad, space, stack, whole } from '../platform/pdf-box.ts'
import { documentTitle, filedBy, letterhead, scale } from '../platform/pdf-family.ts'
import { qrCode } from '../platform/pdf-marks.ts'
import { text } from '../platform/pdf-text.ts'
import { drawSlipBill, type SlipBill } from './slip-bill-drawing.ts'
import { drawRoute } from './slip-route-drawing.ts'
import { slipPaper as paper } from './slip-words.ts'

export type SlipProps = {
  createdAt: Date
  /** When the visit began: what the house calls it by. */
  startedAt?: Date
  facility: { name: string; address?: string; phone?: string; logo?: Uint8Array }
  patient: { name: string; birthDate: CalendarDate }
  /** The ticket's number, as boards show it. */
  ticket?: string
  licenceClass?: string
  /** What is to be examined, and what has been. */
  sections?: readonly { section: Section; done: boolean }[]
  bill?: SlipBill
  /** The patient's own page and until when it opens; left out, nothing on the paper is secret. */
  link?: string
  expiresAt?: Date
}

const QR_SIDE = mm(40)
const black = '#000000'

/** What the patient takes along from reception: the way through the house, with a phone or without. */
export function slipPdf(props: SlipProps): Promise<Uint8Array> {
  return makePdf({
    title: `${paper.title} ${formatDayMonthYear(dayOf(props))}`,
    paper: 'A5',
    createdAt: props.createdAt,
    footer: props.facility.name,
    body: [
      drawHead(props),
      documentTitle(paper.title, { text: examOf(props), colour: black, size: scale.heading }),
      drawPerson(props),
      drawRoute(props),
      ...drawSlipBill(props),
      drawAdvice(props),
    ],
  })
}

function dayOf({ startedAt, createdAt }: SlipProps): CalendarDate {
  return calendarDateOf(startedAt ?? createdAt)
}

function examOf({ licenceClass }: SlipProps): string {
  if (!licenceClass) return paper.anyExam
  if (licenceClass === 'XMCD') return paper.machineExam
  return paper.exam.replace('{class}', licenceClass)
}

function drawHead(props: SlipProps): Box {
  const { name, address = '', phone, logo } = props.facility
  return letterhead(
    { name, logo, lines: [address, phone ? `${paper.phone}: ${phone}` : ''] },
    filedBy([
      [paper.day, formatDayMonthYear(dayOf(props))],
      [paper.arrived, clockTimeOf(props.startedAt ?? props.createdAt)],
    ]),
  )
}

/** Whose slip it is, in letters for old eyes; beside it the code for those with a phone. */
function drawPerson(props: SlipProps): Box {
  const { patient, ticket, link, expiresAt } = props
  const small = { size: scale.small, colour: black } as const
  const person = [
    text(patient.name.toUpperCase(), { face: 'semibold', size: 14, colour: black, leading: 1.25 }),
    text(`${paper.birthDate}: ${formatDayMonthYear(patient.birthDate)}`, {
      size: scale.lead,
      colour: black,
    }),
  ]
  const named = ticket ? [drawNumbered(ticket, stack(person))] : person
  if (!link) return stack(named)
  const until = expiresAt && formatDayMonthYear(calendarDateOf(expiresAt))
  const open = [
    space(6),
    text(paper.scan, { face: 'semibold', size: scale.heading, colour: black }),
    text(link.replace(/^https?:\/\//, ''), { size: scale.tiny, colour: black }),
    space(3),
    text([until ? `${paper.until.replace('{date}', until)} ` : '', paper.keepSecret], small),
  ]
  return whole(
    columns(
      [
        { width: 'rest', box: stack([...named, ...open]) },
        { width: QR_SIDE, box: qrCode(link, QR_SIDE) },
      ],
      10,
    ),
  )
}

/** What the boards call them by, beside the name: to be read from a hand held out. */
function drawNumbered(ticket: string, person: Box): Box {
  const number = text(ticket, { face: 'semibold', size: 26, colour: black, leading: 1 })
  const label = text(paper.ticket, { size: scale.tiny, colour: black })
  return columns(
    [
      { width: 58, box: stack([label, number]) },
      { width: 'rest', box: person },
    ],
    8,
  )
}

function drawAdvice({ facility }: SlipProps): Box {
  const { phone } = facility
  const style = { size: 10, colour: black } as const
  const ask = phone ? paper.askByPhone.replace('{phone}', phone) : paper.ask
  return pad(stack([text(paper.bring, style), text(ask, { ...style, face: 'semibold' })], 2), {
    top: 7,
  })
}
