import { describe, expect, test } from 'vitest'
import { matchArea } from '../../src/patients/areas.ts'
import { areas } from './reference.ts'

test('the list holds 34 provinces and the 94 units of Đà Nẵng, each name once', () => {
  expect(areas.provinces).toHaveLength(34)
  expect(areas.wards.filter((ward) => ward.province === '48')).toHaveLength(94)
  const names = [...areas.wardsByKey.values()].flatMap((named) => named.map(({ marks }) => marks))
  expect(names).toHaveLength(136)
  for (const named of areas.wardsByKey.values()) {
    expect(new Set(named.map(({ marks }) => marks)).size).toBe(named.length)
  }
})

describe('an address leads to its ward', () => {
  test.each([
    ['12 Lê Văn Hiến, phường Ngũ Hành Sơn, thành phố Đà Nẵng', '20285', 'exact'],
    ['12 Lê Văn Hiến, P. Ngũ Hành Sơn, TP. Đà Nẵng', '20285', 'exact'],
    ['12 Lê Văn Hiến, P.Ngũ Hành Sơn, TP.Đà Nẵng', '20285', 'exact'],
    ['12 Lê Văn Hiến, P Ngũ Hành Sơn, TP Đà Nẵng', '20285', 'exact'],
    ['12 Lê Văn Hiến, Ngũ Hành Sơn, Đà Nẵng', '20285', 'exact'],
    ['12 LÊ VĂN HIẾN, PHƯỜNG NGŨ HÀNH SƠN, ĐÀ NẴNG', '20285', 'exact'],
    ['12 Le Van Hien, phuong Ngu Hanh Son, Da Nang', '20285', 'exact'],
    ['12 Lê Văn Hiến phường Ngũ Hành Sơn thành phố Đà Nẵng', '20285', 'exact'],
    ['Phường Ngũ Hành Sơn - Đà Nẵng', '20285', 'exact'],
    ['Thôn Phú Sơn, xã Hoà Tiến, Đà Nẵng', '20332', 'exact'],
    ['Thôn 2, xã A Vương, Đà Nẵng', '20458', 'exact'],
    ['8 Trần Phú, phường Hội An Tây, Đà Nẵng', '20401', 'exact'],
    ['8 Trần Phú, phường Hội An, Đà Nẵng', '20410', 'exact'],
    ['đặc khu Hoàng Sa, Đà Nẵng', '20333', 'exact'],
    ['5 Hà Huy Tập, An Khê, Thanh Khê, Đà Nẵng', '20305', 'exact'],
    ['Khối 3, phường Tam Kỳ, Quảng Nam', '20341', 'exact'],
    ['Tổ 5, Hòa Hải, Ngũ Hành Sơn, Đà Nẵng', '20285', 'former-unit'],
    ['Tổ 5, phường Hòa Khánh Bắc, quận Liên Chiểu, Đà Nẵng', '20197', 'former-unit'],
    ['phường Thanh Bình, quận Hải Châu, Đà Nẵng', '20242', 'former-unit'],
    ['xã Thạnh Bình, Đà Nẵng', '20878', 'exact'],
    ['Hòa Liên, Liên Chiểu, Đà Nẵng', '20197', 'district-name'],
  ])('%s', (text, ward, how) => {
    expect(matchArea(text, areas)).toEqual({ province: '48', ward, how })
  })
})

describe('an address that names no ward of the list is left to reception', () => {
  test.each([
    ['12 Lê Văn Hiến, quận Ngũ Hành Sơn, Đà Nẵng', '48'],
    ['12 Lê Văn Hiến, Đà Nẵng', '48'],
    ['xa Thanh Binh, Da Nang', '48'],
    ['phường Hải Chậu, Đà Nẵng', '48'],
    ['Phường Không Có, Ngũ Hành Sơn, Đà Nẵng', '48'],
    ['Xã Tam Thanh, TP. Tam Kỳ, Quảng Nam', '48'],
    ['Thị xã Điện Bàn, tỉnh Quảng Nam', '48'],
    ['Phường Bến Nghé, Quận 1, TP. Hồ Chí Minh', '79'],
    ['Xã Ea Kao, tỉnh Đắk Lắk', '66'],
    ['Ngũ Hành Sơn', undefined],
    ['phường Đà Nẵng', undefined],
    ['Berlin, Germany', undefined],
    ['', undefined],
  ])('%s', (text, province) => {
    expect(matchArea(text, areas)).toEqual({ ...(province && { province }), how: 'unmatched' })
  })
})
