import { formatDayMonthYear } from '../core/calendar-date.ts'
import { type Box, columns, mm, pad, rule, space, stack } from '../platform/pdf-box.ts'
import { scale } from '../platform/pdf-family.ts'
import { qrCode } from '../platform/pdf-marks.ts'
import { ink, type Run, text } from '../platform/pdf-text.ts'
import { drawLetterhead } from './certificate-head-drawing.ts'
import { licenceClasses } from './licence-class.ts'
import type { PaperFormProps } from './paper-form.ts'
import {
  asked,
  comb,
  combWidth,
  DATE_WIDTH,
  dateComb,
  known,
  LINE,
  onLine,
  SIZE,
  ticks,
  widthOf,
  writingLine,
} from './paper-form-marks-drawing.ts'
import { paper, paperPurposes } from './paper-form-words.ts'

const QR_SIDE = mm(23)

export function drawPaperHead(props: PaperFormProps): Box {
  const { exam, facility } = props
  const line: Run[] = exam
    ? ['Mã lượt khám: ', { text: exam.code, face: 'semibold' }]
    : [{ text: paper.queue, size: scale.small }]
  return stack([drawLetterhead(facility, line), drawPaperTitle(props)])
}

function drawPaperTitle({ licenceClass, group, exam }: PaperFormProps): Box {
  const scope = licenceClass && group ? paper.ofClass(licenceClass, group) : paper.anyClass
  const centred = { align: 'center' } as const
  const words = stack([
    text(paper.title, { ...centred, face: 'semibold', size: scale.title, leading: 1.3 }),
    text(scope, { ...centred, face: 'semibold', size: scale.heading }),
    text(paper.subtitle, { ...centred, size: scale.small, colour: ink.muted }),
  ])
  if (!exam) return pad(words, { top: 6, bottom: 5 })
  const scan = stack([
    qrCode(exam.url, QR_SIDE),
    text(paper.reenter, { ...centred, size: scale.tiny, leading: 1.2 }),
  ])
  return pad(
    columns(
      [
        { width: QR_SIDE, box: space(0) },
        { width: 'rest', box: words, valign: 'middle' },
        { width: QR_SIDE, box: scan },
      ],
      8,
    ),
    { bottom: 2 },
  )
}

export function drawPaperPerson(props: PaperFormProps): Box {
  return stack([rule(ink.text, 0.8), space(2), ...lines(props), space(3)])
}

function lines(props: PaperFormProps): Box[] {
  const { exam } = props
  const person = exam?.person
  const paperKind = person?.document?.kind === 'passport' ? paper.passport : paper.identity
  return [
    asked(paper.name, known(person?.name.toUpperCase(), writingLine())),
    across([
      [paper.sex, ticks(sexes(person?.sex)), 92],
      [paper.birthDate, known(person && day(person.birthDate), dateComb()), DATE_WIDTH + 14],
      [paper.phone, known(person?.phone, comb([4, 3, 3])), 'rest'],
    ]),
    across([
      [
        paperKind,
        known(person?.document?.number, comb([3, 3, 3, 3])),
        person?.document ? 92 : combWidth([3, 3, 3, 3]) + 8,
      ],
      [paper.issuedOn, known(issued(person), dateComb()), issued(person) ? 62 : DATE_WIDTH + 6],
      [paper.issuedPlace, known(person?.document?.issuedPlace, writingLine()), 'rest'],
    ]),
    asked(paper.address, known(person?.address, writingLine())),
    drawClasses(props),
    drawHeld(props),
    ...drawAgreed(props),
  ]
}

const day = formatDayMonthYear
type Person = NonNullable<PaperFormProps['exam']>['person']

function issued(person: Person | undefined): string | undefined {
  const on = person?.document?.issuedOn
  return on && day(on)
}

function sexes(sex: Person['sex'] | undefined) {
  return [
    [paper.male, sex === 'male'],
    [paper.female, sex === 'female'],
  ] as const
}

/** Asked and answered side by side; `rest` is the last. */
function across(parts: readonly (readonly [string, Box, number | 'rest'])[]): Box {
  return columns(
    parts.flatMap(([label, box, width]) => [
      { width: widthOf(`${label}:`) + 6, box: onLine(`${label}:`, { colour: ink.muted }) },
      { width, box },
    ]),
  )
}

function drawClasses({ licenceClass, exam }: PaperFormProps): Box {
  const chosen = exam || licenceClass
  const classes = chosen
    ? [[licenceClass === 'XMCD' ? 'Xe máy chuyên dùng' : (licenceClass ?? ''), true] as const]
    : licenceClasses.map((each) => [each === 'XMCD' ? 'Xe MCD' : each, false] as const)
  const purpose = ticks(
    paperPurposes.map(([key, words]) => [words, key === exam?.purpose] as const),
  )
  if (chosen) {
    return across([
      [paper.licenceClass, ticks(classes), 'rest'],
      [paper.purpose, purpose, 300],
    ])
  }
  return stack([
    asked(paper.licenceClass, ticks(classes, { size: 8, gap: 3.4 })),
    asked(paper.purpose, purpose),
  ])
}

function drawHeld({ exam }: PaperFormProps): Box {
  const held = exam?.heldLicence
  return across([
    [paper.held, known(held?.number, comb([4, 4, 4])), combWidth([4, 4, 4]) + 10],
    [paper.heldClass, known(held?.class, writingLine()), 44],
    [paper.expiresOn, known(held?.expiresOn && day(held.expiresOn), dateComb()), 'rest'],
  ])
}

/** What reception asks on the screen and an open exam has answered already. */
function drawAgreed({ exam }: PaperFormProps): Box[] {
  if (exam) return []
  return [
    asked(
      paper.deliver,
      columns([
        { width: 90, box: ticks([[paper.collect, false]]) },
        { width: widthOf(paper.post) + 22, box: ticks([[paper.post, false]]) },
        { width: 'rest', box: writingLine() },
      ]),
    ),
    asked(
      paper.consents,
      ticks([[paper.consentExam, false]], { size: SIZE - 0.4, height: LINE - 2 }),
    ),
    pad(ticks([[paper.consentRenewal, false]], { size: SIZE - 0.4, height: LINE - 2 }), {
      left: widthOf(`${paper.consents}:`) + 6,
    }),
  ]
}
