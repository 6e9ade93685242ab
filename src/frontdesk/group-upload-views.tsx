import { say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { instantText } from '../web/pieces/date-text.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { FileField } from '../web/pieces/file-field.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import type { GroupProps } from './group-views.tsx'
import { groupWords as words } from './group-words.ts'

/** The way in for a list; nothing is registered by it. */
export function UploadPanel({ lang, group, members, once, fileErrors }: GroupProps) {
  return (
    <Panel lang={lang} title={words.upload} marked={members.length === 0}>
      <Form lang={lang} action={`/groups/${group.id}/lists`} once={`${once}-list`} files>
        <ErrorSummary lang={lang} errors={fileErrors} labels={words} />
        <FileField
          lang={lang}
          name="file"
          label={words.file}
          hint={words.fileHint}
          accept=".csv,.txt,.xlsx,text/csv"
          error={errorFor(fileErrors, 'file')}
          required
        />
        <FormActions>
          <Button
            lang={lang}
            icon="upload"
            variant={members.length === 0 ? 'primary' : 'secondary'}
          >
            {say(words.send, lang)}
          </Button>
          <LinkButton href="/groups/sample.csv" variant="quiet" icon="download" download>
            {say(words.sample, lang)}
          </LinkButton>
        </FormActions>
      </Form>
    </Panel>
  )
}

/** Every list that was uploaded: what was not registered of it is still to be found. */
export function ListsPanel({ lang, group, lists }: GroupProps) {
  if (lists.length === 0) return null
  return (
    <Panel lang={lang} title={words.lists}>
      <ul>
        {lists.map(({ id, uploadedAt, uploadedBy, registeredAt }) => (
          <li>
            <a href={`/groups/${group.id}/lists/${id}`}>
              {say(words.listOf, lang, { at: instantText(uploadedAt, lang), by: uploadedBy })}
            </a>{' '}
            <span class="soft">
              {say(registeredAt ? words.listRegistered : words.listWaiting, lang)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
