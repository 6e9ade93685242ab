import { type Box, stack } from '../platform/pdf-box.ts'
import { heading, scale } from '../platform/pdf-family.ts'
import { table } from '../platform/pdf-table.ts'
import { text } from '../platform/pdf-text.ts'
import { groupOf, groups, licenceClasses } from './licence-class.ts'
import type { PaperLimits } from './paper-form.ts'
import { paper } from './paper-form-words.ts'
import { sectionNames } from './words.ts'

const WIDTHS = { 1: 105, 2: 145, 3: 'rest' } as const

/** What disqualifies for which group, on one page to keep beside the form. */
export function drawPaperLimits(limits: readonly PaperLimits[]): Box[] {
  const heads = groups.map((group) => ({
    width: WIDTHS[group],
    head: paper.ofGroup(group, licenceClasses.filter((each) => groupOf(each) === group).join(', ')),
  }))
  const rows = limits.map(({ section, byGroup }) => [
    text(sectionNames[section].vi, { face: 'semibold', size: scale.small }),
    ...byGroup.map(drawRules),
  ])
  return [
    heading(paper.appendix),
    table([{ width: 58, head: paper.specialty }, ...heads], rows, {
      size: scale.small,
      cell: { top: 2, bottom: 2.5, left: 4, right: 4 },
    }),
  ]
}

function drawRules(rules: readonly string[]): Box {
  if (rules.length === 0) return text('–', { size: scale.small })
  return stack(
    rules.map((rule) => text(`• ${rule}.`, { size: scale.tiny, leading: 1.28 })),
    1,
  )
}
