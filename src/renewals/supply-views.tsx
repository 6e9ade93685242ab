import { type Lang, say } from '../core/text.ts'
import type { HeldLicence } from '../exams/exam.ts'
import { licenceSchemes, oldClasses } from '../exams/held-licence.ts'
import { licenceClasses } from '../exams/licence-class.ts'
import { Button } from '../web/pieces/button.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { ErrorSummary, FieldGrid, FieldSet, Form, FormActions } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Select } from '../web/pieces/select.tsx'
import type { Refused } from './act-views.tsx'
import { deskWords as words } from './desk-words.ts'

type SupplyProps = {
  lang: Lang
  to: string
  missing: readonly string[]
  heldLicence?: HeldLicence | undefined
  once: string
  refused?: Refused | undefined
}

/** Adds what the dossier lacks; the exam itself is signed and stays as it is. */
export function SupplyForm(props: SupplyProps) {
  const { lang, missing } = props
  const refused = props.refused?.act === 'data' ? props.refused : undefined
  const licence = missing.some((code) => code.startsWith('held-licence'))
  return (
    <Form lang={lang} action={`${props.to}/data`} once={`${props.once}-data`}>
      <ErrorSummary
        lang={lang}
        errors={refused?.errors}
        labels={{
          number: words.number,
          class: words.class,
          scheme: words.scheme,
          expiresOn: words.expiresOn,
          address: words.deliveryAddress,
        }}
      />
      {licence && <LicenceFields {...props} refused={refused} />}
      {missing.includes('delivery-address') && (
        <Field
          lang={lang}
          name="address"
          label={words.deliveryAddress}
          value={refused?.typed.address}
          error={errorFor(refused?.errors, 'address')}
          maxLength={255}
          required
        />
      )}
      {missing.includes('identity-number') && (
        <Notice lang={lang}>{say(words.personData, lang)}</Notice>
      )}
      <FormActions>
        <Button lang={lang} variant="primary">
          {say(words.saveData, lang)}
        </Button>
      </FormActions>
    </Form>
  )
}

function LicenceFields({ lang, heldLicence: held, refused }: SupplyProps) {
  const typed = refused?.typed
  const classes = [...new Set<string>([...licenceClasses, ...oldClasses])]
  const schemes = { 'pre-2025': words.schemeOld, '2025': words.schemeNew }
  return (
    <FieldSet lang={lang} legend={words.supplyHeld}>
      <FieldGrid columns={2}>
        <Field
          lang={lang}
          name="number"
          label={words.number}
          value={typed?.number ?? held?.number}
          error={errorFor(refused?.errors, 'number')}
          maxLength={30}
        />
        <Select
          lang={lang}
          name="class"
          label={words.class}
          value={typed?.class ?? held?.class}
          error={errorFor(refused?.errors, 'class')}
          options={classes.map((value) => ({ value, label: value }))}
        />
        <Select
          lang={lang}
          name="scheme"
          label={words.scheme}
          value={typed?.scheme ?? held?.scheme}
          error={errorFor(refused?.errors, 'scheme')}
          options={licenceSchemes.map((value) => ({ value, label: schemes[value] }))}
        />
        <DateField
          lang={lang}
          name="expiresOn"
          label={words.expiresOn}
          value={typed?.expiresOn ?? held?.expiresOn}
          error={errorFor(refused?.errors, 'expiresOn')}
        />
      </FieldGrid>
    </FieldSet>
  )
}
