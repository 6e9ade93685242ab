import { formatDayMonthYear } from '../core/calendar-date.ts'
import { type Box, columns, pad, space, stack, whole } from '../platform/pdf-box.ts'
import { checkbox, tick } from '../platform/pdf-marks.ts'
import { table } from '../platform/pdf-table.ts'
import { ink, type Run, text } from '../platform/pdf-text.ts'
import type { CertificateProps, PrintedDeclaration } from './certificate-props.ts'
import { familyQuestions, form, personalQuestions } from './certificate-words.ts'

export function heading(words: string): Box {
  return pad(text(words, { face: 'semibold', size: 10 }), { top: 6, bottom: 3 })
}

export function drawHistory({ declaration = {}, person }: CertificateProps): Box[] {
  return [
    heading(form.history),
    ...drawFamily(declaration),
    ...drawPersonal(declaration),
    ...drawOther(declaration),
    whole(drawPledge(declaration, person.name)),
  ]
}

function drawFamily({ family }: PrintedDeclaration): Box[] {
  const boxes = Object.entries(familyQuestions).map(([key, words]) =>
    checkbox(words, answersOf(family)[key]?.answer === true, { size: 8.5 }),
  )
  const rows = [boxes.slice(0, 5), boxes.slice(5)].map((line) =>
    columns(
      [...line, ...(line.length < 5 ? [space(0)] : [])].map((box) => ({ width: 'rest', box })),
      4,
    ),
  )
  return [
    lead('1. Tiền sử gia đình: ', 'trong gia đình có người mắc bệnh (đánh dấu bệnh có):'),
    pad(stack(rows, 1), { top: 2, left: 8 }),
    ...details(answersOf(family), familyQuestions),
  ]
}

function drawPersonal({ personal }: PrintedDeclaration): Box[] {
  const questions = Object.entries(personalQuestions)
  const half = Math.ceil(questions.length / 2)
  const cells = (index: number): (Box | string)[] => {
    const question = questions[index]
    if (!question) return ['', '', '']
    const answer = answersOf(personal)[question[0]]?.answer
    return [
      text(`${index + 1}. ${question[1]}`, { size: 8, leading: 1.28 }),
      centredTick(answer === true),
      centredTick(answer === false),
    ]
  }
  const column = { width: 'rest', head: 'Bệnh sử' } as const
  const mark = { width: 31, align: 'center' } as const
  const heads = [column, { ...mark, head: 'Có' }, { ...mark, head: 'Không' }]
  const rows = Array.from({ length: half }, (_, index) => [...cells(index), ...cells(index + half)])
  return [
    space(5),
    lead('2. Tiền sử, bệnh sử bản thân: ', 'đã hoặc đang mắc một trong các tình trạng sau:'),
    space(2),
    table([...heads, ...heads], rows, {
      size: 8,
      cell: { top: 1.9, bottom: 1.9, left: 3, right: 2 },
    }),
    ...details(answersOf(personal), personalQuestions),
  ]
}

function centredTick(checked: boolean): Box {
  return {
    height: () => 10,
    draw: (pdf, x, y, width) => tick(checked, 7).draw(pdf, x + (width - 7) / 2, y + 1.8, 7),
  }
}

type Answers = Readonly<
  Record<string, { answer?: boolean | null; detail?: string | null } | null | undefined>
>

function answersOf(answers: object | null | undefined): Answers {
  return (answers ?? {}) as Answers
}

/** The applicant's own words to what was answered yes. */
function details(answers: Answers, questions: Readonly<Record<string, string>>): Box[] {
  const runs = Object.keys(questions).flatMap((key, index): Run[] => {
    const { answer, detail } = answers[key] ?? {}
    if (answer !== true || !detail) return []
    const name = questions === personalQuestions ? `câu ${index + 1}` : questions[key]
    return [{ text: `${name}: `, colour: ink.muted }, `${detail}. `]
  })
  if (runs.length === 0) return []
  return [pad(text(['Ghi rõ – ', ...runs], { size: 8.5 }), { top: 2, left: 8 })]
}

function drawOther({ currentIllness, medicines }: PrintedDeclaration): Box[] {
  return [
    space(5),
    lead('3. Bệnh đang điều trị: ', currentIllness || 'không khai'),
    lead('    Thuốc đang dùng, liều lượng: ', medicines || 'không khai'),
  ]
}

function drawPledge({ signedOn }: PrintedDeclaration, name: string): Box {
  const centred = { align: 'center' } as const
  const date = signedOn ? `Ngày ${formatDayMonthYear(signedOn)}` : 'Ngày …… tháng …… năm ………'
  const signature = stack([
    text(date, { ...centred, face: 'italic' }),
    text('Người đề nghị khám sức khỏe', { ...centred, face: 'semibold' }),
    text('(Ký, ghi rõ họ tên)', { ...centred, size: 8, colour: ink.muted }),
    space(signedOn ? 12 : 30),
    ...(signedOn
      ? [text('Đã khai và ký xác nhận', { ...centred, size: 8, colour: ink.muted })]
      : []),
    text(signedOn ? name : '', { ...centred, face: 'semibold' }),
  ])
  return pad(
    columns(
      [
        { width: 'rest', box: text(form.pledge, { face: 'italic' }) },
        { width: 190, box: signature },
      ],
      14,
    ),
    { top: 10 },
  )
}

function lead(words: string, rest: string): Box {
  return text([{ text: words, face: 'semibold' }, rest])
}
