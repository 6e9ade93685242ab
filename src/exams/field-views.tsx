import type { Child } from 'hono/jsx'
import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { ChoiceGroup, YesNo } from '../web/pieces/choice.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { Field, TextArea } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { FieldSet } from '../web/pieces/form.tsx'
import { classes } from '../web/pieces/label.ts'
import type { SectionField } from './fields/field.ts'
import type { Mark } from './mark.ts'
import { Verdict } from './mark-views.tsx'
import { sectionWords } from './section-words.ts'
import type { Typed } from './typed-section.ts'

type FieldGroupsProps = {
  lang: Lang
  fields: readonly SectionField[]
  typed: Typed
  errors?: readonly FieldError[] | undefined
  marks: readonly Mark[]
}

/** The fields under their headings, in as many columns as there is room for. */
export function FieldGroups(props: FieldGroupsProps) {
  return (
    <div class="exam-fields">
      {groupsOf(props.fields).map((group) => {
        const legend = group[0]?.legend
        const content = slotsOf(group).map((slot) => <Slot {...props} slot={slot} />)
        return legend ? (
          <FieldSet lang={props.lang} legend={legend}>
            {content}
          </FieldSet>
        ) : (
          <div class="exam-loose">{content}</div>
        )
      })}
    </div>
  )
}

function groupsOf(fields: readonly SectionField[]): SectionField[][] {
  const groups: SectionField[][] = []
  for (const field of fields) {
    const last = groups.at(-1)
    if (last && last[0]?.legend?.en === field.legend?.en) last.push(field)
    else groups.push([field])
  }
  return groups
}

/** Fields with a place in a small table stand together, every other one by itself. */
function slotsOf(fields: readonly SectionField[]): SectionField[][] {
  const slots: SectionField[][] = []
  for (const field of fields) {
    const last = slots.at(-1)
    if (field.cell && last?.[0]?.cell) last.push(field)
    else slots.push([field])
  }
  return slots
}

/** One field or one small table, and under it what the rules say of it. */
function Slot(props: FieldGroupsProps & { slot: readonly SectionField[] }) {
  const { lang, slot, marks } = props
  const names = slot.map(({ name }) => name)
  const own = marks.filter(({ fields }) => names.includes(fields[0] ?? ''))
  const [first] = slot
  if (!first) return null
  return (
    <div class="exam-slot" data-fields={names.join(' ')}>
      {first.cell ? <Cells {...props} /> : <Marked {...props} field={first} />}
      <div class="exam-verdicts" data-verdicts>
        {own.map((mark) => (
          <Verdict lang={lang} mark={mark} />
        ))}
      </div>
    </div>
  )
}

function Marked(props: FieldGroupsProps & { field: SectionField }) {
  const { field, marks } = props
  const mark = marks.find(({ fields }) => fields.includes(field.name))
  return (
    <div class={classes('exam-field', mark && `is-${mark.tone}`)} data-field={field.name}>
      <OneField {...props} />
    </div>
  )
}

/** Measurements that belong together: rows down, columns across, read and typed row by row. */
function Cells(props: FieldGroupsProps & { slot: readonly SectionField[] }) {
  const { lang, slot } = props
  const heads = slot.filter(({ cell }) => cell?.row.en === slot[0]?.cell?.row.en)
  const rows = slot.filter(({ cell }) => cell?.column.en === slot[0]?.cell?.column.en)
  return (
    <div class="exam-cells">
      <div class="exam-cells-row exam-cells-head" aria-hidden="true">
        <span />
        {heads.map(({ cell }) => (
          <span>{cell && say(cell.column, lang)}</span>
        ))}
      </div>
      {rows.map(({ cell: first }) => (
        <div class="exam-cells-row">
          <span aria-hidden="true">{first && say(first.row, lang)}</span>
          {slot
            .filter(({ cell }) => cell?.row.en === first?.row.en)
            .map((field) => (
              <Marked {...props} field={field} />
            ))}
        </div>
      ))}
    </div>
  )
}

/** Said in full to whoever hears it; a dash to whoever sees it. */
const unset: Text = sectionWords.unset

function OneField({
  lang,
  field,
  typed,
  errors,
}: FieldGroupsProps & { field: SectionField }): Child {
  const { name, label } = field
  const value = typed[name] ?? ''
  const common = { lang, name, label, error: errorFor(errors, name) }
  switch (field.kind) {
    case 'flag':
      return <YesNo {...common} value={value === '' ? null : value === 'true'} unset={unset} />
    case 'number': {
      const { unit, min, max, decimals } = field
      return <Field {...common} {...{ unit, min, max, decimals }} type="number" value={value} />
    }
    case 'grade': {
      const options = field.grades.map((grade, index) => ({ value: String(index), label: grade }))
      return <ChoiceGroup {...common} {...{ options, value, unset }} layout="line" />
    }
    case 'choice': {
      const { options } = field
      return <ChoiceGroup {...common} {...{ options, value, unset }} layout="line" />
    }
    case 'date':
      return <DateField {...common} value={value} />
    case 'line':
      // The blank placeholder lets the style sheet see whether something is typed.
      return <Field {...common} value={value} maxLength={1000} size="full" placeholder=" " />
    case 'text':
      return <TextArea {...common} value={value} rows={1} maxLength={2000} />
  }
}
