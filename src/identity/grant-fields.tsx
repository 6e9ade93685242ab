import type { FieldError } from '../core/errors.ts'
import { type Lang, say, type Text } from '../core/text.ts'
import { CheckField } from '../web/pieces/choice.tsx'
import { errorFor, FieldErrorText, fieldId } from '../web/pieces/field-frame.tsx'
import { FieldGrid, FieldSet } from '../web/pieces/form.tsx'
import { grantNames } from './grant.ts'
import { grantText } from './grant-text.ts'
import { staffWords as words } from './staff-words.ts'

/** The posted name of a grant's box; the route reads them back. */
export const grantField = (grantName: string) => `grant:${grantName}`

type GrantFieldsProps = {
  lang: Lang
  hint: Text
  chosen: readonly string[]
  errors: readonly FieldError[] | undefined
}

const clinical = ['examiner', 'lab', 'concluder']

/** Every grant there is: those of the desks, those of the doctors, and one specialty at a time. */
export function GrantFields({ lang, hint, chosen, errors }: GrantFieldsProps) {
  const id = fieldId('grants')
  const whole = grantNames.filter((name) => !name.includes(':'))
  const box = (name: string) => (
    <CheckField
      lang={lang}
      name={grantField(name)}
      label={name === 'examiner' ? words.examinerAll : grantText(name, lang)}
      checked={chosen.includes(name)}
    />
  )
  const specialties = grantNames.filter((name) => name.includes(':'))
  return (
    <FieldSet lang={lang} legend={words.roles} hint={hint}>
      <div class="grants" id={id} tabindex={-1}>
        <FieldErrorText id={id} lang={lang} error={errorFor(errors, 'grants')} />
        <p class="grants-group">{say(words.desks, lang)}</p>
        <FieldGrid columns={3}>
          {whole.filter((name) => !clinical.includes(name)).map(box)}
        </FieldGrid>
        <p class="grants-group">{say(words.doctors, lang)}</p>
        <FieldGrid columns={3}>{clinical.map(box)}</FieldGrid>
        <details open={specialties.some((name) => chosen.includes(name))}>
          <summary>{say(words.specialties, lang)}</summary>
          <FieldGrid columns={3}>{specialties.map(box)}</FieldGrid>
        </details>
      </div>
    </FieldSet>
  )
}
