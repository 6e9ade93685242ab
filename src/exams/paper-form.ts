import type { CalendarDate } from '../core/calendar-date.ts'
import type { CertificateProps } from './certificate-props.ts'
import { type HeldLicence, type LicencePurpose, requiredSections } from './exam.ts'
import type { SectionField } from './fields/field.ts'
import { fieldsFor, sectionFields } from './fields/section-fields.ts'
import { type Section, sections } from './findings.ts'
import { type Group, groupOf, groups, type LicenceClass } from './licence-class.ts'
import type { Standard } from './standard.ts'

/** One section on paper: its questions in the order of its screen, and what disqualifies. */
export type PaperSection = {
  section: Section
  fields: readonly SectionField[]
  /** In the words of the standard; empty where the class is not known. */
  limits: readonly string[]
}

export type PaperFormProps = {
  createdAt: Date
  facility: CertificateProps['facility']
  /** Absent where the paper has to serve any class. */
  licenceClass?: LicenceClass | undefined
  group?: Group | undefined
  sections: readonly PaperSection[]
  /** The limits of all groups, printed at the end where the class is not known. */
  limits?: readonly PaperLimits[] | undefined
  /** The exam that is already open; absent on a blank form. */
  exam?: PaperExam | undefined
}

export type PaperExam = {
  person: CertificateProps['person']
  purpose: LicencePurpose
  heldLicence?: HeldLicence | undefined
  openedOn: CalendarDate
  /** The exam's page, where the paper is typed in afterwards. */
  url: string
  code: string
}

type Asked = {
  licenceClass: LicenceClass
  disabledApplicant?: boolean | undefined
  convertedFromA1?: boolean | undefined
}

/** What the paper asks: for a known class only what its group needs, else everything. */
export function paperSections(standard: Standard, asked?: Asked): PaperSection[] {
  const group = asked && groupOf(asked.licenceClass, asked.convertedFromA1)
  const names = asked
    ? requiredSections({ ...asked, disabledApplicant: asked.disabledApplicant === true })
    : sections
  return names.map((section) => ({
    section,
    fields: group ? fieldsFor(section, standard, group).asked : sectionFields[section],
    limits: group ? rulesOf(standard, section, group) : [],
  }))
}

export type PaperLimits = { section: Section; byGroup: readonly (readonly string[])[] }

/** Every limit of every group, for a paper that has to serve any class. */
export function paperLimits(standard: Standard): PaperLimits[] {
  return sections
    .map((section) => ({
      section,
      byGroup: groups.map((group) => rulesOf(standard, section, group)),
    }))
    .filter(({ byGroup }) => byGroup.some((rules) => rules.length > 0))
}

function rulesOf(standard: Standard, section: Section, group: Group): string[] {
  return standard.rules
    .filter((rule) => rule.section === section && rule.group === group)
    .map(({ message }) => message.vi.replace(/\.$/, ''))
}
