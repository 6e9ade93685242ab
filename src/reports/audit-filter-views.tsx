import { say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { DateField } from '../web/pieces/date-field.tsx'
import { Field } from '../web/pieces/field.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { Form } from '../web/pieces/form.tsx'
import { told } from '../web/pieces/label.ts'
import { Panel } from '../web/pieces/panel.tsx'
import { Select } from '../web/pieces/select.tsx'
import { kindOf } from './action-kind.ts'
import { actionWords } from './action-words.ts'
import { whoOf } from './audit-entry.ts'
import type { AuditProps } from './audit-views.tsx'
import { words } from './words.ts'

/** Who, what, about what, and when; asked for in the address, so that it can be kept and sent. */
export function AuditFilters({ lang, people, asked, errors }: AuditProps) {
  const field = (name: string) => ({
    lang,
    name,
    value: asked[name],
    error: errorFor(errors, name),
  })
  return (
    <Panel lang={lang}>
      <Form
        lang={lang}
        method="get"
        action="/audit"
        role="search"
        label={words.filter}
        class="audit-filters"
      >
        {asked.kind && <input type="hidden" name="kind" value={asked.kind} />}
        <Select
          {...field('who')}
          label={words.who}
          blank={false}
          options={[
            { value: '', label: words.anyone },
            ...people.map((person) => ({
              value: whoOf(person),
              label:
                person.kind === 'staff'
                  ? person.name
                  : say(words.service, lang, { name: person.name }),
            })),
            { value: 'patient', label: words.patient },
            { value: 'system', label: words.system },
          ]}
        />
        <Select
          {...field('action')}
          label={words.action}
          blank={false}
          options={[
            { value: '', label: words.anything },
            ...Object.entries(actionWords)
              .filter(([value]) => !asked.kind || kindOf(value) === asked.kind)
              .map(([value, label]) => ({ value, label })),
          ]}
        />
        <Field
          {...field('subject')}
          label={words.subject}
          placeholder={say(words.subjectHint, lang)}
          maxLength={60}
        />
        <DateField {...field('from')} label={words.from} />
        <DateField {...field('to')} label={words.to} />
        <div class="audit-filter-actions">
          <Button lang={lang}>{say(words.show, lang)}</Button>
          <a class="button button-quiet" href="/audit">
            {told(words.clear, lang)}
          </a>
        </div>
      </Form>
    </Panel>
  )
}
