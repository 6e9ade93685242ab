import { Button } from '../../src/web/pieces/button.tsx'
import { ChoiceGroup, YesNo } from '../../src/web/pieces/choice.tsx'
import { Field, TextArea } from '../../src/web/pieces/field.tsx'
import { ErrorSummary, Form } from '../../src/web/pieces/form.tsx'
import { LivePart } from '../../src/web/pieces/live-part.tsx'
import { Notice } from '../../src/web/pieces/notice.tsx'
import { PageHead, Panel } from '../../src/web/pieces/panel.tsx'
import { StatusBadge } from '../../src/web/pieces/status-badge.tsx'

/** What the page shows of the world; a test changes it and touches `queue:1`. */
export const shown = { queue: 1 }
const wrong = [
  { pointer: '/note', code: 'required', message: { vi: 'Chưa ghi chú.', en: 'Write a note.' } },
]

/** A form and a live part, as a feature would draw them. */
export function trialView(posted: Record<string, unknown> | undefined) {
  const note = typeof posted?.note === 'string' ? posted.note : undefined
  return (
    <>
      <PageHead lang="vi" title="Thử" badge={<StatusBadge lang="vi" state="fit" label="Đủ" />} />
      <ErrorSummary lang="vi" errors={posted && wrong} labels={{ note: 'Ghi chú' }} />
      <Panel lang="vi" title="Mắt">
        <Form lang="vi" keep="exam:1:eyes:1">
          <Field
            lang="vi"
            name="pulse"
            type="number"
            label="Mạch"
            min={20}
            max={250}
            unit="/phút"
          />
          <TextArea lang="vi" name="note" label="Ghi chú" value={note} />
          <YesNo lang="vi" name="diplopia" label="Song thị" unset />
          <ChoiceGroup
            lang="vi"
            name="colour"
            label="Sắc giác"
            layout="segments"
            options={['normal', 'red'].map((value) => ({ value, label: value }))}
          />
          <Field lang="vi" name="password" type="password" label="Mật khẩu" />
          <Button lang="vi" variant="primary">
            Lưu
          </Button>
        </Form>
      </Panel>
      <LivePart id="queue">
        <Notice lang="vi" title={`Đang chờ: ${shown.queue}`}>
          <a href="/done">xem</a>
        </Notice>
        <Field lang="vi" name="find" label="Tìm" />
      </LivePart>
    </>
  )
}
