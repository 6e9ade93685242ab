import type { FieldError } from '../core/errors.ts'
import { licenceClasses, purposes } from '../core/licence.ts'
import { classNames, purposeNames } from '../core/licence-words.ts'
import type { Lang } from '../core/text.ts'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { FieldGrid } from '../web/pieces/form.tsx'
import { Select } from '../web/pieces/select.tsx'
import { appointmentWords as words } from './appointment-words.ts'

type LicenceFieldProps = {
  lang: Lang
  typed: Readonly<Record<string, string>>
  errors?: readonly FieldError[] | undefined
}

/** What somebody comes for: an appointment's, and what holds for a group's list. */
export function LicenceFields({ lang, typed, errors }: LicenceFieldProps) {
  return (
    <FieldGrid>
      <Select
        lang={lang}
        name="licenceClass"
        label={words.licenceClass}
        options={licenceClasses.map((value) => ({ value, label: classNames[value] }))}
        value={typed.licenceClass}
        error={errorFor(errors, 'licenceClass')}
        required
      />
      <Select
        lang={lang}
        name="purpose"
        label={words.purpose}
        options={purposes.map((value) => ({ value, label: purposeNames[value] }))}
        value={typed.purpose}
        error={errorFor(errors, 'purpose')}
        required
      />
    </FieldGrid>
  )
}
