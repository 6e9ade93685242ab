import type { FieldError } from '../core/errors.ts'
import type { Lang } from '../core/text.ts'
import { ChoiceGroup, YesNo } from '../web/pieces/choice.tsx'
import { Field, TextArea } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { FieldGrid, FieldSet } from '../web/pieces/form.tsx'
import type { SectionField } from './fields/field.ts'
import type { Typed } from './typed-section.ts'

type FieldGroupsProps = {
  lang: Lang
  fields: readonly SectionField[]
  typed: Typed
  errors?: readonly FieldError[] | undefined
}

/** The fields under their headings; numbers of one heading stand side by side. */
export function FieldGroups(props: FieldGroupsProps) {
  return (
    <>
      {groupsOf(props.fields).map((group) => {
        const legend = group[0]?.legend
        const content = <Fields {...props} fields={group} />
        return legend ? (
          <FieldSet lang={props.lang} legend={legend}>
            {content}
          </FieldSet>
        ) : (
          content
        )
      })}
    </>
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

function Fields(props: FieldGroupsProps) {
  const isShort = ({ kind }: SectionField) => kind === 'number' || kind === 'date'
  const runs: SectionField[][] = []
  for (const field of props.fields) {
    const last = runs.at(-1)
    const first = last?.[0]
    if (last && first && isShort(first) === isShort(field)) last.push(field)
    else runs.push([field])
  }
  return (
    <>
      {runs.map((run) => {
        const fields = run.map((field) => <OneField {...props} field={field} />)
        const short = run[0] !== undefined && isShort(run[0])
        return short ? <FieldGrid columns={run.length === 3 ? 3 : 2}>{fields}</FieldGrid> : fields
      })}
    </>
  )
}

function OneField({ lang, field, typed, errors }: FieldGroupsProps & { field: SectionField }) {
  const { name, label } = field
  const value = typed[name] ?? ''
  const common = { lang, name, label, error: errorFor(errors, name) }
  switch (field.kind) {
    case 'flag':
      return <YesNo {...common} value={value === '' ? null : value === 'true'} unset />
    case 'number': {
      const { unit, min, max, decimals } = field
      return <Field {...common} {...{ unit, min, max, decimals }} type="number" value={value} />
    }
    case 'grade': {
      const options = field.grades.map((grade, index) => ({ value: String(index), label: grade }))
      return <ChoiceGroup {...common} layout="line" options={options} value={value} unset />
    }
    case 'choice': {
      const { options } = field
      const layout = options.length > 3 ? 'segments' : 'line'
      return <ChoiceGroup {...common} {...{ layout, options, value }} unset />
    }
    case 'date':
      return <Field {...common} type="date" value={value} />
    case 'line':
      // The blank placeholder lets the style sheet see whether something is typed.
      return <Field {...common} value={value} maxLength={1000} size="full" placeholder=" " />
    case 'text':
      return <TextArea {...common} value={value} rows={2} maxLength={2000} />
  }
}
