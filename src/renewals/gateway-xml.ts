import type { GatewayRecord } from './gateway-record.ts'

/** Elements of `<root>` in the format's order; `''` is an element that stays empty. */
const elements: readonly (readonly [name: string, field: keyof GatewayRecord | ''])[] = [
  ['UUID', ''],
  ['CREATEDDATE', ''],
  ['USERCREATE', ''],
  ['STATUS', ''],
  ['ACTION', ''],
  ['SO', 'SO'],
  ['HOTEN', 'HOTEN'],
  ['NGAYSINH', 'NGAYSINH'],
  ['GIOITINHVAL', 'GIOITINHVAL'],
  ['SOCMND_PASSPORT', 'SOCMND_PASSPORT'],
  // The format's own spelling: without the N that the JSON field has.
  ['NGAYTHANGNAMCAPCMD', 'NGAYTHANGNAMCAPCMND'],
  ['NOICAP', 'NOICAP'],
  ['ECITIZENCODE', ''],
  ['MOBILE', ''],
  ['EMAIL', ''],
  ['DIACHITHUONGTRU', 'DIACHITHUONGTRU'],
  ['MATINH_THUONGTRU', 'MATINH_THUONGTRU'],
  ['MAHUYEN_THUONGTRU', ''],
  ['MAXA_THUONGTRU', 'MAXA_THUONGTRU'],
  ['NONGDOCON', 'NONGDOCON'],
  ['DVINONGDOCON', 'DVINONGDOCON'],
  ['MATUY', 'MATUY'],
  ['KETLUAN', 'KETLUAN'],
  ['HANGBANGLAI', 'HANGBANGLAI'],
  ['NGAYKETLUAN', 'NGAYKETLUAN'],
  ['BACSYKETLUAN', 'BACSYKETLUAN'],
  ['NGAYKHAMLAI', 'NGAYKHAMLAI'],
  ['LYDO', 'LYDO'],
  ['TINHTRANGBENH', 'TINHTRANGBENH'],
]

/** The record as XML, in canonical form, so that it can be signed as it is. */
export function gatewayXml(record: GatewayRecord): string {
  const body = elements.map(([name, field]) => element(name, field ? record[field] : '')).join('')
  return `<root>${body}</root>`
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`
}

/** As canonical XML escapes text; records hold no control character. */
function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
