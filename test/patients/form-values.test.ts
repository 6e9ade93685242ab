import { describe, expect, it } from 'vitest'
import { inputOf, inTermsOfTheForm } from '../../src/patients/form-values.ts'
import { registrationSchema } from '../../src/patients/schema.ts'
import { fieldErrors } from '../../src/web/validation.ts'

describe('what is typed at the desk', () => {
  it.each(['3/4/1985', '03.04.1985', '03041985', '1985-04-03', ' 3 / 4 / 1985 '])(
    'is a date: %j',
    (birthDate) => {
      expect(inputOf({ birthDate })).toEqual({ birthDate: '1985-04-03' })
    },
  )

  it('is named, where it is wrong, in the order of the form and in its words', () => {
    const values = { name: '', birthDate: '31/02/1985', phone: '12' }
    const parsed = registrationSchema.safeParse(inputOf(values))
    const errors = inTermsOfTheForm(fieldErrors(parsed.error?.issues ?? []), values)
    expect(errors.map(({ pointer, message }) => `${pointer} ${message.vi}`)).toEqual([
      '/name Nhập họ và tên.',
      '/birthDate Không có ngày này. Gõ ngày trước, tháng sau, ví dụ 03/04/1985 là mồng 3 tháng 4.',
      '/sex Chọn nam hoặc nữ.',
      '/phone Số di động Việt Nam bắt đầu bằng 03, 05, 07, 08 hoặc 09 và có 10 chữ số.',
    ])
  })
})
