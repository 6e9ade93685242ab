import type { Text } from '../../core/text.ts'
import type { Section } from '../findings.ts'
import type { Group } from '../licence-class.ts'
import type { Standard } from '../standard.ts'
import { cardiovascularFields } from './cardiovascular.ts'
import {
  endocrineFields,
  entFields,
  musculoskeletalFields,
  neurologyFields,
  psychiatryFields,
  respiratoryFields,
} from './clinical.ts'
import { declarationFields } from './declaration.ts'
import { eyesFields } from './eyes.ts'
import type { SectionField } from './field.ts'
import { substancesFields } from './substances.ts'

/** Every property of every section as a field of its form, in the order of the form. */
export const sectionFields: Record<Section, readonly SectionField[]> = {
  declaration: declarationFields,
  psychiatry: psychiatryFields,
  neurology: neurologyFields,
  eyes: eyesFields,
  ent: entFields,
  cardiovascular: cardiovascularFields,
  respiratory: respiratoryFields,
  musculoskeletal: musculoskeletalFields,
  endocrine: endocrineFields,
  substances: substancesFields,
}

export function fieldLabel(section: Section, property: string): Text | undefined {
  const field = sectionFields[section].find(({ name }) => name === property)
  if (!field) return undefined
  const { label, legend } = field
  if (!legend || field.kind !== 'number') return label
  return { vi: `${legend.vi}: ${label.vi}`, en: `${legend.en}: ${label.en}` }
}

/** The fields a class's group needs, and those it may leave empty. */
export function fieldsFor(
  section: Section,
  standard: Pick<Standard, 'rules'> | undefined,
  group: Group,
): { asked: SectionField[]; further: SectionField[] } {
  const read = new Set(
    (standard?.rules ?? [])
      .filter((rule) => rule.group === group && rule.section === section)
      .flatMap((rule) => rule.disqualifies.reads),
  )
  const needed = (field: SectionField) => field.always === true || read.has(field.name)
  return {
    asked: sectionFields[section].filter(needed),
    further: sectionFields[section].filter((field) => !needed(field)),
  }
}
