import { describe, expect, it } from 'vitest'
import { errorWords } from '../../src/web/error-words.ts'
import { amountText } from '../../src/web/pieces/amount.tsx'
import { ChoiceGroup, YesNo } from '../../src/web/pieces/choice.tsx'
import { DataTable } from '../../src/web/pieces/data-table.tsx'
import { dateText, instantText } from '../../src/web/pieces/date-text.tsx'
import { Field, typedNumber } from '../../src/web/pieces/field.tsx'
import { errorFor } from '../../src/web/pieces/field-frame.tsx'
import { ErrorSummary } from '../../src/web/pieces/form.tsx'
import { StatusBadge, toneOf } from '../../src/web/pieces/status-badge.tsx'
import { Steps } from '../../src/web/pieces/steps.tsx'
import { navWords, pieceWords, scriptWords, words } from '../../src/web/words.ts'

const message = { vi: 'Phải từ 0 đến 20.', en: 'Must be 0 to 20.' }

describe('a field', () => {
  it('ties label, unit, range, hint and error to its control', () => {
    const html = String(
      <Field
        lang="en"
        name="acuity.right"
        type="number"
        label="Right"
        unit="/10"
        min={0}
        max={20}
        hint="no glasses"
        error={message}
      />,
    )
    expect(html).toContain('<label class="field-label" for="f-acuity-right">')
    const ids = /aria-describedby="([^"]+)"/.exec(html)?.[1]?.split(' ') ?? []
    expect(ids).toHaveLength(4)
    for (const id of ids) expect(html).toContain(`id="${id}"`)
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('inputmode="decimal"')
    expect(html).toContain('0 to 20')
  })

  it.each([
    ['0,8', 0.8],
    ['0.8', 0.8],
    [' 120 ', 120],
    ['-2,5', -2.5],
    ['−2,5', -2.5],
    ['+1', 1],
    ['', undefined],
    [undefined, undefined],
    ['1.000,5', undefined],
    ['1e3', undefined],
    ['mười', undefined],
  ])('reads %j as the number %s', (text, number) => {
    expect(typedNumber(text)).toBe(number)
  })

  it('finds its error by the pointer into what was sent', () => {
    const errors = [{ pointer: '/eyes/acuity', code: 'range', message }]
    expect(errorFor(errors, 'eyes.acuity')).toBe(message)
    expect(errorFor(errors, 'eyes')).toBeUndefined()
    expect(errorFor(undefined, 'eyes')).toBeUndefined()
  })
})

describe('the error summary', () => {
  it('leads to each field by its name, and says what it is called', () => {
    const html = String(
      <ErrorSummary
        lang="vi"
        errors={[{ pointer: '/identityCard/number', code: 'x', message }]}
        labels={{ 'identityCard.number': 'Số căn cước' }}
      />,
    )
    expect(html).toContain('<a href="#f-identityCard-number">Số căn cước: Phải từ 0 đến 20.</a>')
    const field = String(<Field lang="vi" name="identityCard.number" label="Số căn cước" />)
    expect(field).toContain('id="f-identityCard-number"')
  })

  it('is not there without errors', () => {
    expect(String(<ErrorSummary lang="vi" errors={[]} />)).toBe('')
  })
})

describe('a choice', () => {
  const options = [
    { value: 'male', label: 'Nam' },
    { value: 'female', label: 'Nữ' },
  ]

  it('is a named radio group whose first answer the summary can reach', () => {
    const html = String(
      <ChoiceGroup lang="vi" name="sex" label="Giới tính" options={options} value="female" />,
    )
    expect(html).toContain('role="radiogroup" aria-labelledby="f-sex-label"')
    expect(html).toContain('id="f-sex-label"')
    expect(html).toMatch(/id="f-sex" name="sex" value="male"/)
    expect(html.match(/checked/g)).toHaveLength(1)
    expect(html).toMatch(/value="female" checked/)
  })

  it.each([
    [true, 'true'],
    [false, 'false'],
    [null, ''],
  ])('of yes and no shows %s as the answer %j', (value, checked) => {
    const html = String(<YesNo lang="vi" name="q" label="Song thị" value={value} unset />)
    expect(html).toContain(`value="${checked}" checked`)
    expect(html.match(/checked/g)).toHaveLength(1)
  })

  it('of yes and no begins unanswered when there is no way back to that', () => {
    expect(String(<YesNo lang="vi" name="q" label="Song thị" />)).not.toContain('checked')
  })
})

describe('a table', () => {
  const columns = [
    {
      label: 'Tên',
      head: true,
      cell: (row: string) => row,
      sort: (row: string) => row.toLowerCase(),
    },
    { label: 'Tiền', align: 'end' as const, cell: () => '1' },
  ]

  it('has a caption, headings for columns and rows, and a button to order them by', () => {
    const html = String(
      <DataTable lang="vi" caption="Hôm nay" columns={columns} rows={['An']} href={() => '/x'} />,
    )
    expect(html).toContain('<caption class="unseen">Hôm nay</caption>')
    expect(html).toContain('aria-sort="none"><button type="button" class="table-sort">Tên')
    expect(html).toContain('<th scope="col" class="end">Tiền</th>')
    expect(html).toContain(
      '<th scope="row" class="head" data-label="Tên" data-sort="an"><a class="table-link" href="/x">An</a></th>',
    )
    expect(html).not.toContain('type="search"')
  })

  it('can be narrowed where it is asked for', () => {
    const html = String(
      <DataTable lang="en" caption="Today" columns={columns} rows={['An']} filter />,
    )
    expect(html).toContain('<search class="table-filter" aria-label="Today">')
    expect(html).toContain('data-filtered="{count} of {total} rows"')
  })

  it('says when there is nothing in it', () => {
    const html = String(<DataTable lang="vi" caption="Hôm nay" columns={columns} rows={[]} />)
    expect(html).toContain('Chưa có gì ở đây.')
    expect(html).not.toContain('<table')
  })
})

describe('a status', () => {
  it.each([
    ['fit', 'good'],
    ['unfit', 'bad'],
    ['fit-subject-to-review', 'warn'],
    ['balanced', 'good'],
    ['on-hold', 'warn'],
    ['rejected', 'bad'],
    ['a-word-from-tomorrow', 'quiet'],
    ['constructor', 'quiet'],
  ])('%s is %s', (state, tone) => {
    expect(toneOf(state)).toBe(tone)
  })

  it('is a word and a mark, never a colour alone', () => {
    const html = String(<StatusBadge lang="en" state="fit" label={{ vi: 'Đủ', en: 'Fit' }} />)
    expect(html).toContain('<svg')
    expect(html).toContain('Fit')
  })

  it('marks the step that is up now', () => {
    const html = String(
      <Steps
        lang="vi"
        label="Tiến trình"
        steps={[
          { label: 'Một', state: 'complete' },
          { label: 'Hai', state: 'needs-action', reason: { vi: 'chưa ký', en: 'unsigned' } },
          { label: 'Ba', state: 'waiting' },
        ]}
      />,
    )
    expect(html.match(/aria-current="step"/g)).toHaveLength(1)
    expect(html).toMatch(/step-needs-action" aria-current="step"/)
    expect(html).toContain('chưa ký')
  })
})

describe('dates and money', () => {
  it('are written as the reader writes them, in the clinic’s time', () => {
    const late = new Date('2026-11-23T17:05:00Z')
    expect(dateText('2026-11-04', 'vi')).toBe('04/11/2026')
    expect(dateText('2026-11-04', 'en')).toBe('4 Nov 2026')
    expect(instantText(late, 'vi')).toBe('00:05, 24/11/2026')
    expect(instantText(late, 'en')).toBe('00:05, 24 Nov 2026')
    expect(amountText(1_305_000, 'vi')).toBe('1.305.000 đ')
    expect(amountText(1_305_000, 'en')).toBe('1,305,000 đ')
  })
})

describe('the words of the frame', () => {
  const all = { ...words, ...navWords, ...pieceWords, ...scriptWords, ...errorWords }

  it.each(Object.entries(all))(
    '%s are there in both languages, with the same gaps',
    (_name, text) => {
      const gaps = (sentence: string) => sentence.match(/\{\w+\}/g) ?? []
      expect(text.vi.trim()).not.toBe('')
      expect(text.en.trim()).not.toBe('')
      expect(gaps(text.vi)).toEqual(gaps(text.en))
    },
  )
})
