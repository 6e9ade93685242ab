import type { FieldError } from '../core/errors.ts'
import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { instantText } from '../web/pieces/date-text.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { FileField } from '../web/pieces/file-field.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import type { Facility, facilityFields } from './facility.ts'
import type { Saved } from './setting.ts'
import { type Difference, StaleNotice } from './stale-view.tsx'
import { SETUP } from './way-back.ts'
import { settingWords, facilityWords as words } from './words.ts'

export type FacilityProps = {
  lang: Lang
  facility: Facility
  /** What stands in the fields: what is stored, or what was typed and refused. */
  values: Readonly<Record<string, string>>
  saved?: Saved<unknown> | undefined
  logo?: string | undefined
  once: string
  /** Opened from the first-run assistant. */
  setup: boolean
  errors?: readonly FieldError[] | undefined
  logoErrors?: readonly FieldError[] | undefined
  stale?: readonly Difference[] | undefined
}

export function FacilityView(props: FacilityProps) {
  const { lang, saved, stale } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={words.title}
        lead={say(words.lead, lang)}
        back={props.setup ? { href: SETUP, label: settingWords.setup } : settingsBack}
      />
      <Columns
        main={
          <Stack>
            {stale && <StaleNotice lang={lang} saved={saved} differences={stale} />}
            <Panel lang={lang} title={words.data} aside={<SavedBy lang={lang} saved={saved} />}>
              <DataForm {...props} />
            </Panel>
          </Stack>
        }
        side={<LogoPanel {...props} />}
      />
    </>
  )
}

const settingsBack = { href: '/settings', label: settingWords.settings }

/** Who saved last, quietly. */
export function SavedBy(props: { lang: Lang; saved?: Saved<unknown> | undefined }) {
  const { lang, saved } = props
  if (!saved) return null
  const at = instantText(saved.at, lang)
  return <span class="soft">{say(settingWords.savedBy, lang, { name: saved.by, at })}</span>
}

function DataForm({ lang, facility, values, errors, once, setup }: FacilityProps) {
  const field = (name: (typeof facilityFields)[number]) => ({
    lang,
    name,
    label: words[name],
    value: values[name] ?? '',
    error: errorFor(errors, name),
  })
  return (
    <Form lang={lang} action="/settings/facility" once={once} keep={`facility:${facility.version}`}>
      <ErrorSummary lang={lang} errors={errors} labels={words} />
      <input type="hidden" name="version" value={String(facility.version)} />
      {setup && <input type="hidden" name="from" value="setup" />}
      <Field {...field('name')} required size="full" maxLength={200} />
      <Field
        {...field('superior')}
        required
        size="full"
        hint={words.superiorHint}
        maxLength={200}
      />
      <Field {...field('address')} required size="full" maxLength={300} />
      <Field {...field('phone')} optional hint={words.phoneHint} type="tel" maxLength={24} />
      <Field {...field('taxCode')} optional maxLength={16} />
      <Field
        lang={lang}
        name="code"
        label={words.code}
        value={facility.code}
        readOnly
        size="medium"
        hint={words.codeHint}
      />
      <FormActions>
        <Button lang={lang} variant="primary">
          {say(settingWords.save, lang)}
        </Button>
      </FormActions>
    </Form>
  )
}

function LogoPanel({ lang, logo, once, logoErrors }: FacilityProps) {
  return (
    <Panel lang={lang} title={words.logo} id="logo">
      {logo ? (
        <img
          class="logo-shown"
          src={`/settings/facility/logo?v=${logo.slice(0, 12)}`}
          alt={say(words.logoNow, lang)}
        />
      ) : (
        <p class="soft">{say(words.logoNone, lang)}</p>
      )}
      <Form lang={lang} action="/settings/facility/logo" files label={words.logo}>
        <ErrorSummary
          lang={lang}
          errors={logoErrors}
          labels={{ logo: words.logoFile }}
          hint={words.logoAgain}
        />
        <input type="hidden" name="_once" value={`${once}-logo`} />
        <FileField
          lang={lang}
          name="logo"
          label={words.logoFile}
          accept="image/png,image/jpeg"
          hint={words.logoHint}
          error={errorFor(logoErrors, 'logo')}
        />
        <FormActions>
          <Button lang={lang}>{say(words.setLogo, lang)}</Button>
        </FormActions>
      </Form>
      {logo && (
        <Form
          lang={lang}
          action="/settings/facility/logo/removal"
          once={`${once}-removal`}
          label={words.removeLogo}
        >
          <Button lang={lang} variant="quiet" small>
            {say(words.removeLogo, lang)}
          </Button>
        </Form>
      )}
    </Panel>
  )
}

/** Every field's two texts, where they differ. */
export function differencesOf(
  facility: Facility,
  typed: Readonly<Record<string, string>>,
  fields: readonly (typeof facilityFields)[number][],
): Difference[] {
  return fields.map((field) => ({
    label: words[field],
    stored: facility[field] ?? '',
    typed: typed[field] ?? '',
  }))
}
