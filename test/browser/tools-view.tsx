import { Button, LinkButton } from '../../src/web/pieces/button.tsx'
import { DataTable } from '../../src/web/pieces/data-table.tsx'
import { DateField } from '../../src/web/pieces/date-field.tsx'
import { Field } from '../../src/web/pieces/field.tsx'
import { FileField } from '../../src/web/pieces/file-field.tsx'
import { Form } from '../../src/web/pieces/form.tsx'
import { LivePart } from '../../src/web/pieces/live-part.tsx'
import { PageHead } from '../../src/web/pieces/panel.tsx'

/** Who waits; a test changes it and touches `queue:1`. */
export const waiting: { people: { name: string; fee: number }[] } = { people: [] }

export const fivePeople = [
  { name: 'Đặng Bình', fee: 305_000 },
  { name: 'Ánh Hồng', fee: 1_250_000 },
  { name: 'Nguyễn An', fee: 95_000 },
  { name: 'Trần Đức', fee: 305_000 },
  { name: 'Lê Ân', fee: 20_000 },
]

/** A page with shortcuts, a table that can be ordered and narrowed, a date and a file. */
export function toolsView() {
  return (
    <>
      <PageHead
        lang="vi"
        title="Công cụ"
        actions={
          <LinkButton lang="vi" href="/done" shortcut="n">
            Thêm mới
          </LinkButton>
        }
      />
      <LivePart id="queue">
        <DataTable
          lang="vi"
          caption="Đang chờ"
          filter
          rows={waiting.people}
          href={() => '/done'}
          columns={[
            { label: 'Tên', head: true, cell: ({ name }) => name, sort: ({ name }) => name },
            { label: 'Phí', align: 'end', cell: ({ fee }) => fee, sort: ({ fee }) => fee },
          ]}
        />
      </LivePart>
      <Form lang="vi" label="Thử">
        <Field lang="vi" name="q" type="search" label="Tìm" />
        <DateField lang="vi" name="birth" label="Ngày sinh" />
        <FileField lang="vi" name="portrait" label="Ảnh" />
        <Button lang="vi" shortcut="g x">
          Gửi
        </Button>
      </Form>
    </>
  )
}
