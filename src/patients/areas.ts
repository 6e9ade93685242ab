import { fold } from '../core/text.ts'
import { strokedD, wardKinds } from './area-words.ts'

export type Province = {
  code: string
  kind: 'city' | 'province'
  name: string
  /** Provinces that were merged into it on 2025-07-01. */
  former: readonly string[]
}

export type Ward = {
  code: string
  province: string
  kind: 'ward' | 'commune' | 'special-zone'
  name: string
  /** Wards and communes that went whole into it. */
  former: readonly string[]
}

type Named = { ward: Ward; marks: string; how: 'exact' | 'former-unit' }

/** The areas by code and by comparable name; built once when the list is read. */
export type Areas = {
  provinces: readonly Province[]
  wards: readonly Ward[]
  provinceByKey: ReadonlyMap<string, Province>
  wardByCode: ReadonlyMap<string, Ward>
  /** Thanh Bình and Thạnh Bình share a key; their marks tell them apart. */
  wardsByKey: ReadonlyMap<string, readonly Named[]>
}

export function areasOf(list: { provinces: readonly Province[]; wards: readonly Ward[] }): Areas {
  const provinceByKey = new Map<string, Province>()
  for (const province of list.provinces) {
    for (const name of [province.name, ...province.former]) {
      provinceByKey.set(areaKey(name), province)
    }
  }
  const named = [
    ...list.wards.map((ward) => ({ ward, name: ward.name, how: 'exact' as const })),
    ...list.wards.flatMap((ward) =>
      ward.former.map((name) => ({ ward, name, how: 'former-unit' as const })),
    ),
  ]
  const wardsByKey = new Map<string, Named[]>()
  for (const { ward, name, how } of named) {
    const key = `${ward.province}:${areaKey(name)}`
    wardsByKey.set(key, [...(wardsByKey.get(key) ?? []), { ward, how, marks: marksOf(name) }])
  }
  const wardByCode = new Map(list.wards.map((ward) => [ward.code, ward]))
  return { ...list, provinceByKey, wardByCode, wardsByKey }
}

/** `how` says what a person should look at: a name that was also a district, or a unit that is gone. */
export type AreaMatch = {
  province?: string
  ward?: string
  how: 'exact' | 'district-name' | 'former-unit' | 'unmatched'
}

/**
 * Finds ward and province in an address by name: province last, the ward before it, a district
 * (gone since 2025-07-01) in between is ignored. A part that calls itself a ward decides; bare
 * names are tried from the right, most specific match first.
 */
export function matchArea(address: string, areas: Areas): AreaMatch {
  const parts = address
    .split(separator)
    .map(readPart)
    .filter((part) => part.key !== '')
  const last = parts.at(-1)
  const province = last?.level === 'ward' ? undefined : areas.provinceByKey.get(last?.key ?? '')
  if (!province) return { how: 'unmatched' }
  const found = findWard(parts.slice(0, -1), (part) => lookUpWard(areas, province.code, part))
  return { province: province.code, ...(found ?? { how: 'unmatched' }) }
}

/** A code, or a name with or without its kind, as the caller gave it; undefined when unknown. */
export function findProvince(areas: Areas, given: string): Province | undefined {
  return (
    areas.provinces.find((province) => province.code === given) ??
    areas.provinceByKey.get(readPart(given).key)
  )
}

export function findWardIn(
  areas: Areas,
  province: string | undefined,
  given: string,
): Ward | undefined {
  const byCode = areas.wardByCode.get(given)
  if (byCode || !province) return byCode
  return areas.wardByCode.get(lookUpWard(areas, province, readPart(given))?.ward ?? '')
}

/** A code of a province whose wards were not imported: nobody here can say that it is wrong. */
export function isUnlistedWard(areas: Areas, province: string, given: string): boolean {
  return /^\d{5}$/.test(given) && !areas.wards.some((ward) => ward.province === province)
}

type Part = { key: string; marks: string; level?: 'ward' | 'district'; street: boolean }

/** Commas; or, where there are none, the words that begin a ward, a district or a province. */
const separator =
  /[,;]|\s+-\s+|(?<!thị)\s+(?=(?:phường|p\.|xã|quận|huyện|thị xã|tp\.|thành phố)\s?)/iu
const wardPrefix =
  /^(phường|phuong|p\.|p(?=\s)|xã|xa(?=\s)|x\.|thị trấn|thi tran|tt\.?(?=\s)|đặc khu)\s*/iu
const districtPrefix = /^(quận|quan(?=\s)|q\.|huyện|huyen(?=\s)|h\.|thị xã|thi xa|tx\.?)\s*/iu
const cityPrefix = /^(thành phố|thanh pho|tp\.?|tỉnh|tinh(?=\s)|t\.)\s*/iu
const street =
  /\d|^(tổ|thôn|ấp|khối|khu|xóm|bản|làng|đường|ngõ|ngách|hẻm|kiệt|số|chung cư|đội)(\s|$)/iu

function readPart(text: string): Part {
  const trimmed = text.normalize('NFC').trim()
  const prefixed = prefixes.find(([prefix]) => prefix.test(trimmed))
  const name = prefixed ? trimmed.replace(prefixed[0], '') : trimmed
  return {
    key: areaKey(name),
    marks: marksOf(name),
    street: street.test(trimmed),
    ...(prefixed && { level: prefixed[1] }),
  }
}

const prefixes = [
  [districtPrefix, 'district'],
  [wardPrefix, 'ward'],
  [cityPrefix, 'district'],
] as const

/** `A Vương`, `Avương` and `AVƯƠNG` are one. */
function areaKey(name: string): string {
  return fold(name).replace(/[^a-z0-9]/g, '')
}

/** The accents in their order: `Hòa` and `Hoà` have the same, `Thanh` and `Thạnh` have not. */
function marksOf(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(strokedD, 'd\u0335')
    .normalize('NFD')
    .replace(/[^\p{M}]/gu, '')
}

type WardMatch = { ward: string; how: AreaMatch['how'] }

/** By the accented name; a text without any accents finds a name that only one ward has. */
function lookUpWard(areas: Areas, province: string, part: Part): WardMatch | undefined {
  const named = areas.wardsByKey.get(`${province}:${part.key}`) ?? []
  const alone = named.length === 1 && part.marks === '' ? named[0] : undefined
  const found = named.find(({ marks }) => marks === part.marks) ?? alone
  return found && { ward: found.ward.code, how: found.how }
}

function findWard(
  parts: readonly Part[],
  lookUp: (part: Part) => WardMatch | undefined,
): WardMatch | undefined {
  const named = parts.findLast((part) => part.level === 'ward')
  if (named) return lookUp(named)
  const bare = parts.filter((part) => part.level === undefined)
  const outer = bare.at(-1)
  if (!outer) return undefined
  const inner = bare.at(-2)
  const innerIsPlace = inner !== undefined && !inner.street
  // `An Khê, Thanh Khê, Đà Nẵng`: the first is the ward, the second was its district.
  const specific = innerIsPlace ? lookUp(inner) : undefined
  if (specific) return specific
  const found = lookUp(outer)
  if (!found) return undefined
  return innerIsPlace && found.how === 'exact' ? { ...found, how: 'district-name' } : found
}

export function wardName(areas: Areas, code: string): string | undefined {
  const ward = areas.wardByCode.get(code)
  return ward && `${wardKinds[ward.kind]} ${ward.name}`
}
