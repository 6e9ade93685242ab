import type { FieldError } from '../core/errors.ts'
import type { Lang } from '../core/text.ts'
import { ChoiceGroup } from '../web/pieces/choice.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { FieldGrid, FieldSet } from '../web/pieces/form.tsx'
import type { Label } from '../web/pieces/label.ts'
import { Select } from '../web/pieces/select.tsx'
import { type Areas, wardName } from './areas.ts'
import type { FormField, FormValues } from './form-values.ts'
import { words } from './words.ts'

export type PersonFieldsProps = {
  lang: Lang
  values: FormValues
  errors?: readonly FieldError[] | undefined
  areas: Areas
  /** The last day a birth date may be. */
  today: string
}

export const fieldLabels: Readonly<Record<FormField, Label>> = {
  name: words.name,
  birthDate: words.birthDate,
  sex: words.sex,
  'identityCard.number': words.identityNumber,
  'identityCard.issuedOn': words.issuedOn,
  'identityCard.issuedPlace': words.issuedPlace,
  'identityCard.oldNumber': words.oldNumber,
  passport: words.passport,
  passportIssuedOn: words.passportIssuedOn,
  passportIssuedPlace: words.passportIssuedPlace,
  'address.text': words.address,
  'address.ward': words.ward,
  'address.otherWard': words.otherWard,
  'address.province': words.province,
  phone: words.phone,
  email: words.email,
}

/** Every field of a person, for registering by hand and for amending. */
export function PersonFields(props: PersonFieldsProps) {
  return (
    <>
      <WhoFields {...props} />
      <PaperFields {...props} />
      <ContactFields {...props} />
    </>
  )
}

function told(props: PersonFieldsProps, name: FormField) {
  return {
    lang: props.lang,
    name,
    label: fieldLabels[name],
    value: props.values[name],
    error: errorFor(props.errors, name),
  }
}

function WhoFields(props: PersonFieldsProps) {
  return (
    <FieldSet lang={props.lang} legend={words.person}>
      <Field {...told(props, 'name')} required maxLength={100} spellcheck={false} />
      <FieldGrid>
        <Field
          {...told(props, 'birthDate')}
          required
          type="date"
          min="1900-01-01"
          max={props.today}
        />
        <ChoiceGroup
          {...told(props, 'sex')}
          required
          layout="segments"
          options={[
            { value: 'male', label: words.male },
            { value: 'female', label: words.female },
          ]}
        />
      </FieldGrid>
    </FieldSet>
  )
}

function PaperFields(props: PersonFieldsProps) {
  return (
    <FieldSet lang={props.lang} legend={words.papers}>
      <Field
        {...told(props, 'identityCard.number')}
        hint={words.identityHint}
        type="number"
        decimals={0}
        maxLength={12}
        size="medium"
      />
      <FieldGrid columns={3}>
        <Field {...told(props, 'identityCard.issuedOn')} type="date" max={props.today} />
        <Field
          {...told(props, 'identityCard.issuedPlace')}
          hint={words.issuedPlaceHint}
          maxLength={100}
        />
        <Field {...told(props, 'identityCard.oldNumber')} optional maxLength={9} />
      </FieldGrid>
      <FieldGrid columns={3}>
        <Field {...told(props, 'passport')} hint={words.passportHint} maxLength={12} />
        <Field {...told(props, 'passportIssuedOn')} type="date" max={props.today} />
        <Field {...told(props, 'passportIssuedPlace')} maxLength={100} />
      </FieldGrid>
    </FieldSet>
  )
}

function ContactFields(props: PersonFieldsProps) {
  const { areas } = props
  return (
    <FieldSet lang={props.lang} legend={words.residence}>
      <Field {...told(props, 'address.text')} hint={words.addressHint} maxLength={255} />
      <FieldGrid columns={3}>
        <Select
          {...told(props, 'address.ward')}
          hint={words.wardHint}
          blank
          options={areas.wards.map(({ code }) => ({
            value: code,
            label: wardName(areas, code) ?? code,
          }))}
        />
        <Select
          {...told(props, 'address.province')}
          blank
          options={areas.provinces.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Field
          {...told(props, 'address.otherWard')}
          hint={words.otherWardHint}
          optional
          type="number"
          decimals={0}
          maxLength={5}
        />
      </FieldGrid>
      <FieldGrid>
        <Field {...told(props, 'phone')} type="tel" maxLength={20} />
        <Field {...told(props, 'email')} optional type="email" maxLength={120} />
      </FieldGrid>
    </FieldSet>
  )
}
