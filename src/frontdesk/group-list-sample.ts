import { sampleWords } from './group-list-sample-words.ts'
import { listFieldNames } from './group-list-words.ts'

const BOM = '\uFEFF'

/** A list to be filled in: semicolons and the mark by which spreadsheets know UTF-8. */
export function sampleList(): string {
  const { name, birthDate, sex, identityNumber, phone, address, licenceClass, purpose } =
    listFieldNames
  const fields = [name, birthDate, sex, identityNumber, phone, address, licenceClass, purpose]
  const head = [sampleWords.position, ...fields].map(({ vi }) => vi)
  return `${BOM}${[head, ...sampleWords.rows].map((row) => row.join(';')).join('\r\n')}\r\n`
}
