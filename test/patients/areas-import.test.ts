import { expect, test } from 'vitest'
import { mergeWards, readWards } from '../../fixtures/reference/areas-import.ts'
import { areasOf, matchArea } from '../../src/patients/areas.ts'
import { areas } from './reference.ts'

const head = 'province,code,name\n'

test.each([
  ['commas', `${head}79,26734,Phường Sài Gòn\n79,27277,Xã Bình Hưng\n`],
  [
    'semicolons, quotes and a mark',
    `\uFEFFa;b;c\r\n79;"26734";"Phường Sài Gòn"\r\n79;27277;Xã Bình Hưng`,
  ],
  ['tabs', `a\tb\tc\n79\t26734\tPHƯỜNG Sài Gòn\n\n79\t27277\txã Bình Hưng`],
])('a list with %s is read, and its wards are matched', (_, text) => {
  const wards = readWards(text, areas.provinces)
  const merged = areasOf({ provinces: areas.provinces, wards: mergeWards(areas.wards, wards) })
  expect(merged.wards).toHaveLength(96)
  expect(matchArea('1 Lê Lợi, P. Sài Gòn, TP. Hồ Chí Minh', merged)).toMatchObject({
    ward: '26734',
  })
  expect(matchArea('Ngũ Hành Sơn, Đà Nẵng', merged)).toMatchObject({ ward: '20285' })
})

test('a province that is imported again loses its old wards and keeps former names', () => {
  const wards = readWards(`${head}48,20285,Phường Ngũ Hành Sơn\n`, areas.provinces)
  const merged = mergeWards(areas.wards, wards)
  expect(merged).toHaveLength(1)
  expect(merged[0]?.former).toContain('Hòa Hải')
})

test.each([
  ['00,20285,Phường A', 'line 2: no province 00'],
  ['48,2028,Phường A', 'line 2: no ward code 2028'],
  ['48,20285,Huyện A', 'line 2: Huyện A begins with no kind of ward'],
  ['48,20285,Xã A\n48,20285,Xã B', 'a ward code stands in the list twice'],
])('%j is refused', (rows, message) => {
  expect(() => readWards(head + rows, areas.provinces)).toThrow(message)
})
