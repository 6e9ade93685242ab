import { formatDayMonthYear } from '../core/calendar-date.ts'
import { type Box, columns, space, stack } from '../platform/pdf-box.ts'
import { checkbox } from '../platform/pdf-marks.ts'
import { table } from '../platform/pdf-table.ts'
import { ink, text } from '../platform/pdf-text.ts'
import {
  decimal,
  describeEars,
  describeEyes,
  describeField,
  describeHeart,
  describeHormones,
  describeLimbs,
  describeLungs,
  describeNeurology,
  describePsychiatry,
} from './certificate-findings.ts'
import { heading } from './certificate-history-drawing.ts'
import type {
  CertificateProps,
  PrintedSection,
  SectionKey,
  SectionParts,
} from './certificate-props.ts'
import { colourVisions, drivingOf, form, sectionTitles } from './certificate-words.ts'

const SIZE = 8.3
const LEADING = 1.32

export function drawClinical(props: CertificateProps): Box[] {
  const { psychiatry, neurology, eyes, ent, cardiovascular } = props.sections
  const { respiratory, musculoskeletal, endocrine } = props.sections
  const row = <K extends SectionKey>(
    key: K,
    section: PrintedSection<K> | undefined,
    words: string | undefined,
    measured: readonly Box[] = [],
  ) => sectionRow(props, sectionTitles[key], section, words, measured)
  const rows = [
    row('psychiatry', psychiatry, psychiatry && describePsychiatry(psychiatry.findings)),
    row('neurology', neurology, neurology && describeNeurology(neurology.findings)),
    row('eyes', eyes, undefined, eyes && drawEyes(eyes.findings)),
    row('ent', ent, ent && describeEars(ent.findings)),
    row('cardiovascular', cardiovascular, cardiovascular && describeHeart(cardiovascular.findings)),
    row('respiratory', respiratory, respiratory && describeLungs(respiratory.findings)),
    row(
      'musculoskeletal',
      musculoskeletal,
      musculoskeletal && describeLimbs(musculoskeletal.findings),
    ),
    row('endocrine', endocrine, endocrine && describeHormones(endocrine.findings)),
  ]
  return [heading(form.clinical), signedTable('Nội dung khám', rows)]
}

export function signedTable(head: string, rows: readonly (readonly Box[])[]): Box {
  return table(
    [
      { width: 'rest', head },
      { width: 122, head: 'Bác sĩ khám, chữ ký', align: 'center' },
    ],
    rows,
    { size: SIZE, cell: { top: 1.8, bottom: 2, left: 5, right: 5 } },
  )
}

export function sectionRow<K extends SectionKey>(
  props: CertificateProps,
  title: string,
  section: PrintedSection<K> | undefined,
  words = '',
  measured: readonly Box[] = [],
): Box[] {
  const lead = { text: `${title}.  `, face: 'semibold' as const }
  if (!section) {
    return [
      text([lead, { text: 'Chưa khám.', colour: ink.muted }], { size: SIZE, leading: LEADING }),
      space(0),
    ]
  }
  const content = stack(
    [
      text([lead, words], { size: SIZE, leading: LEADING }),
      ...measured,
      ...drawNote(section.findings.note),
      ownConclusion(section, props),
    ],
    0.4,
  )
  return [content, drawSigner(section)]
}

function drawNote(note: string | null | undefined): Box[] {
  return note
    ? [
        text([{ text: 'Ghi chú: ', colour: ink.muted }, note.trim()], {
          size: SIZE,
          leading: LEADING,
        }),
      ]
    : []
}

function ownConclusion(
  { disqualifications = [], signedOn }: PrintedSection<SectionKey>,
  { licenceClass, conclusion }: CertificateProps,
): Box {
  const label = { text: 'Kết luận: ', face: 'semibold' as const }
  if (disqualifications.length > 0) {
    const grounds = disqualifications.map((ground) => ground.replace(/[.\s]+$/, '')).join('; ')
    return text([label, { text: `không đạt – ${grounds}.`, face: 'semibold' }], {
      size: SIZE,
      leading: LEADING,
    })
  }
  const words =
    signedOn || conclusion ? `${form.nothingFound} ${drivingOf(licenceClass)}.` : '……………………'
  return text([label, words], { size: SIZE, leading: LEADING })
}

function drawSigner(section: PrintedSection<SectionKey> | undefined): Box {
  const small = { size: 7.3, align: 'center', colour: ink.muted } as const
  if (!section?.doctor) return text(section?.signedOn ? 'Đã ký điện tử' : '', small)
  const { name, registration } = section.doctor
  return stack([
    text(name, { size: SIZE, leading: LEADING, align: 'center', face: 'medium' }),
    ...(registration ? [text(`CCHN ${registration}`, small)] : []),
    text(
      section.signedOn ? `Đã ký điện tử ${formatDayMonthYear(section.signedOn)}` : '(chưa ký)',
      small,
    ),
  ])
}

function drawEyes(found: SectionParts['eyes']): Box[] {
  const tenths = (value: number | null | undefined) =>
    typeof value === 'number' ? `${decimal(value)}/10` : '–'
  const acuity = (kind: 'uncorrected' | 'corrected') =>
    (['right', 'left', 'both'] as const).map((eye) => tenths(found.acuity?.[eye]?.[kind]))
  const dioptre = (value: number | null | undefined) =>
    typeof value === 'number' ? `${value > 0 ? '+' : ''}${decimal(value).replace('-', '−')} D` : '–'
  const { refraction } = found
  const rows = [
    ['Không kính', ...acuity('uncorrected')],
    ['Có kính', ...acuity('corrected')],
    ...(typeof refraction?.right === 'number' || typeof refraction?.left === 'number'
      ? [['Khúc xạ', dioptre(refraction.right), dioptre(refraction.left), '']]
      : []),
  ]
  const field = describeField(found.field)
  const signs = describeEyes(found)
  return [
    columns(
      [
        { width: 282, box: acuityTable(rows) },
        { width: 'rest', box: drawColours(found.colourVision) },
      ],
      12,
    ),
    ...(field ? [labelled('Thị trường', field)] : []),
    ...(signs ? [text(signs, { size: SIZE, leading: LEADING })] : []),
    labelled('Các bệnh về mắt', found.diseases || 'không ghi nhận'),
  ]
}

function acuityTable(rows: readonly string[][]): Box {
  const eyes = ['Mắt phải', 'Mắt trái', 'Hai mắt'].map(
    (head) => ({ width: 'rest', head, align: 'center' }) as const,
  )
  return table([{ width: 82, head: 'Thị lực nhìn xa' }, ...eyes], rows, {
    size: 8,
    cell: { top: 0.8, bottom: 0.8, left: 4, right: 4 },
  })
}

function drawColours(vision: SectionParts['eyes']['colourVision']): Box {
  const kinds = Object.keys(colourVisions) as (keyof typeof colourVisions)[]
  return stack(
    kinds.map((kind) => checkbox(colourVisions[kind], vision === kind, { size: 8, leading: 1.3 })),
  )
}

function labelled(label: string, words: string): Box {
  return text([{ text: `${label}: `, colour: ink.muted }, words], { size: SIZE, leading: LEADING })
}
