import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button, LinkButton } from './pieces/button.tsx'
import { CheckField, ChoiceGroup, YesNo } from './pieces/choice.tsx'
import { DateField } from './pieces/date-field.tsx'
import { Field, TextArea } from './pieces/field.tsx'
import { errorFor } from './pieces/field-frame.tsx'
import { FileField } from './pieces/file-field.tsx'
import { ErrorSummary, FieldGrid, Form, FormActions } from './pieces/form.tsx'
import { Select } from './pieces/select.tsx'
import { styleguideWords as words } from './styleguide-words.ts'

type Part = { lang: Lang }

export function ButtonPart({ lang }: Part) {
  const told = (name: keyof typeof words) => say(words[name], lang)
  const common = { lang, type: 'button' } as const
  return (
    <div class="stack">
      <div class="row">
        <Button {...common} variant="primary" icon="check">
          {told('primary')}
        </Button>
        <Button {...common} icon="print">
          {told('secondary')}
        </Button>
        <Button {...common} variant="quiet">
          {told('quiet')}
        </Button>
        <Button {...common} variant="danger">
          {told('danger')}
        </Button>
        <Button {...common} disabled>
          {told('disabled')}
        </Button>
        <button type="button" class="button button-primary" aria-busy="true">
          <span>{told('busy')}</span>
        </button>
      </div>
      <div class="row">
        <Button {...common} variant="primary" small>
          {told('small')}
        </Button>
        <Button {...common} small icon="pen">
          {told('small')}
        </Button>
        <Button {...common} small shortcut="w">
          {told('withKey')}
        </Button>
        <LinkButton href="#buttons" icon="external">
          {told('linkButton')}
        </LinkButton>
      </div>
      <Button {...common} wide>
        {told('wide')}
      </Button>
    </div>
  )
}

export function FieldPart({ lang }: Part) {
  const name = { lang, label: words.name }
  const pulse = { lang, type: 'number', label: words.pulse, unit: words.perMinute } as const
  return (
    <FieldGrid columns={3}>
      <Field {...name} name="empty" label={words.empty} />
      <Field {...name} name="filled" value={say(words.nameValue, lang)} required />
      <Field {...name} name="hinted" label={words.hinted} hint={words.hint} optional />
      <Field {...pulse} name="pulse" min={20} max={250} value={72} decimals={0} />
      <Field {...pulse} name="pulse-wrong" min={0} max={20} value={25} error={words.acuityError} />
      <Field {...name} name="search" type="search" label={words.searchField} />
      <DateField lang={lang} name="birth" label={words.birthDate} value="1985-04-03" />
      <DateField lang={lang} name="birth-empty" label={words.birthDate} />
      <DateField
        lang={lang}
        name="birth-wrong"
        label={words.birthDate}
        value="31/02/1985"
        error={words.dateError}
      />
      <Field {...name} name="locked" label={words.locked} value="79-0001" disabled />
      <Field {...name} name="fixed" label={words.readOnly} value="79-0001" readOnly />
      <Select
        lang={lang}
        name="class"
        label={words.classLabel}
        hint={words.classHint}
        options={['A1', 'A', 'B', 'C1', 'C'].map((value) => ({ value, label: value }))}
      />
      <FileField lang={lang} name="portrait" label={words.file} hint={words.fileHint} />
      <FileField lang={lang} name="portrait-wrong" label={words.file} error={words.fileError} />
      <FileField lang={lang} name="portrait-locked" label={words.locked} disabled />
      <TextArea lang={lang} name="note" label={words.note} value={say(words.noteValue, lang)} />
    </FieldGrid>
  )
}

export function ChoicePart({ lang }: Part) {
  const outcomes = [
    { value: 'fit', label: words.fit },
    { value: 'unfit', label: words.unfit },
    { value: 'review', label: words.review, hint: words.reviewHint },
  ]
  const sight = [
    { value: 'normal', label: words.normal },
    { value: 'partial', label: words.partial },
    { value: 'blind', label: words.blind, disabled: true },
  ]
  return (
    <div class="guide-halves">
      <div class="stack">
        <ChoiceGroup
          lang={lang}
          name="outcome"
          label={words.outcome}
          options={outcomes}
          value="fit"
        />
        <ChoiceGroup
          lang={lang}
          name="outcome-row"
          label={words.outcome}
          layout="row"
          options={outcomes.slice(0, 2)}
          error={words.notAnswered}
        />
        <CheckField lang={lang} name="consent" label={words.consent} checked hint={words.hint} />
        <CheckField lang={lang} name="consent-locked" label={words.locked} disabled />
      </div>
      <div class="stack">
        <ChoiceGroup
          lang={lang}
          name="sight"
          label={words.colourSight}
          layout="segments"
          options={sight}
          value="normal"
          unset
        />
        <YesNo lang={lang} name="epilepsy" label={words.epilepsy} value={false} />
        <YesNo lang={lang} name="glasses" label={words.glasses} value={true} unset />
        <YesNo lang={lang} name="unanswered" label={words.consent} error={words.notAnswered} />
      </div>
    </div>
  )
}

const faults: readonly FieldError[] = [
  { pointer: '/acuity', code: 'out-of-range', message: words.acuityError },
  { pointer: '/seen', code: 'malformed', message: words.dateError },
]

export function FormPart({ lang }: Part) {
  return (
    <Form lang={lang} action="/language" label={words.forms}>
      <ErrorSummary
        lang={lang}
        errors={faults}
        labels={{ acuity: words.acuity, seen: words.birthDate }}
      />
      <FieldGrid>
        <Field
          lang={lang}
          name="acuity"
          type="number"
          label={words.acuity}
          unit="/10"
          min={0}
          max={20}
          value={25}
          error={errorFor(faults, 'acuity')}
        />
        <DateField
          lang={lang}
          name="seen"
          label={words.birthDate}
          value="31/02/1985"
          error={errorFor(faults, 'seen')}
        />
      </FieldGrid>
      <FormActions>
        <Button lang={lang} type="button" variant="primary">
          {say(words.primary, lang)}
        </Button>
        <LinkButton href="#forms" variant="quiet">
          {say(words.quiet, lang)}
        </LinkButton>
      </FormActions>
    </Form>
  )
}
