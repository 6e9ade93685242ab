import { say } from '../core/text.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { DataTable } from '../web/pieces/data-table.tsx'
import { instantText } from '../web/pieces/date-text.tsx'
import { errorFor } from '../web/pieces/field-frame.tsx'
import { FileField } from '../web/pieces/file-field.tsx'
import { ErrorSummary, Form, FormActions } from '../web/pieces/form.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { StatusBadge } from '../web/pieces/status-badge.tsx'
import type { GroupProps } from './group-views.tsx'
import { groupWords as words } from './group-words.ts'

/** The way in for a list; nothing is registered by it. */
export function UploadPanel({ lang, group, members, once, refused }: GroupProps) {
  const fileErrors = refused?.errors.filter(({ pointer }) => pointer === '/file')
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
    <Panel lang={lang} title={words.lists} flush>
      <DataTable
        lang={lang}
        caption={words.lists}
        rows={lists}
        href={({ id }) => `/groups/${group.id}/lists/${id}`}
        columns={[
          {
            label: words.uploaded,
            head: true,
            cell: ({ uploadedAt }) => instantText(uploadedAt, lang),
          },
          { label: words.by, cell: ({ uploadedBy }) => uploadedBy },
          {
            label: words.state,
            narrow: true,
            cell: ({ registeredAt }) => (
              <StatusBadge
                lang={lang}
                tone={registeredAt ? 'good' : 'warn'}
                label={registeredAt ? words.listRegistered : words.listWaiting}
              />
            ),
          },
        ]}
      />
    </Panel>
  )
}
