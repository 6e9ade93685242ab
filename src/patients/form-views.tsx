import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { ChoiceGroup } from '../web/pieces/choice.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { FieldGrid, FieldSet } from '../web/pieces/form.tsx'
import type { Label } from '../web/pieces/label.ts'
import { Select } from '../web/pieces/select.tsx'
import { type Areas, wardName } from './areas.ts'
import { fieldWords as words } from './field-words.ts'
import type { FormField, FormValues } from './form-values.ts'

export type PersonFieldsProps = {
  lang: Lang
  values: FormValues
  errors?: readonly FieldError[] | undefined
  areas: Areas
  autofocus?: boolean
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
      <CardFields {...props} />
      <AddressFields {...props} />
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

/** What is rarely filled in stands folded, unless something is in it or wrong with it. */
function isOpen(props: PersonFieldsProps, ...names: FormField[]): boolean {
  return names.some((name) => props.values[name] || errorFor(props.errors, name))
}

function WhoFields(props: PersonFieldsProps) {
  return (
    <FieldSet lang={props.lang} legend={words.person}>
      <FieldGrid columns={3}>
        <Field
          {...told(props, 'name')}
          required
          maxLength={100}
          spellcheck={false}
          autofocus={props.autofocus}
        />
        <DateField {...told(props, 'birthDate')} required />
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

function CardFields(props: PersonFieldsProps) {
  const passport = ['passport', 'passportIssuedOn', 'passportIssuedPlace'] as const
  return (
    <FieldSet lang={props.lang} legend={words.card}>
      <FieldGrid columns={4}>
        <Field
          {...told(props, 'identityCard.number')}
          hint={words.identityHint}
          type="number"
          decimals={0}
          maxLength={12}
          size="medium"
        />
        <DateField {...told(props, 'identityCard.issuedOn')} />
        <Field
          {...told(props, 'identityCard.issuedPlace')}
          hint={words.issuedPlaceHint}
          maxLength={100}
        />
        <Field {...told(props, 'identityCard.oldNumber')} optional maxLength={9} size="medium" />
      </FieldGrid>
      <details open={isOpen(props, ...passport)}>
        <summary>{say(words.passportGroup, props.lang)}</summary>
        <FieldGrid columns={4}>
          <Field {...told(props, 'passport')} maxLength={12} size="medium" />
          <DateField {...told(props, 'passportIssuedOn')} />
          <Field {...told(props, 'passportIssuedPlace')} maxLength={100} />
        </FieldGrid>
      </details>
    </FieldSet>
  )
}

function AddressFields(props: PersonFieldsProps) {
  const area = ['address.ward', 'address.province', 'address.otherWard'] as const
  return (
    <FieldSet lang={props.lang} legend={words.residence}>
      <Field {...told(props, 'address.text')} hint={words.addressHint} maxLength={255} />
      <details open={isOpen(props, ...area)}>
        <summary>{say(words.area, props.lang)}</summary>
        <AreaFields {...props} />
      </details>
    </FieldSet>
  )
}

function AreaFields(props: PersonFieldsProps) {
  const { areas } = props
  return (
    <FieldGrid columns={4}>
      <Select
        {...told(props, 'address.ward')}
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
        maxLength={5}
        size="medium"
      />
    </FieldGrid>
  )
}

function ContactFields(props: PersonFieldsProps) {
  return (
    <FieldSet lang={props.lang} legend={words.contact}>
      <FieldGrid columns={4}>
        <Field {...told(props, 'phone')} type="tel" maxLength={20} />
        <Field {...told(props, 'email')} optional type="email" maxLength={120} />
      </FieldGrid>
    </FieldSet>
  )
}
