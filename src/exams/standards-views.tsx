import { type Lang, say } from '../core/text.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge, type Tone } from '../web/pieces/status-badge.tsx'
import { Tabs } from '../web/pieces/tabs.tsx'
import { sections } from './findings.ts'
import { type Group, groupOf, groups, licenceClasses } from './licence-class.ts'
import { verificationNames } from './page-words.ts'
import type { Rule, Standard, Verification } from './standard.ts'
import { standardsWords as words } from './standards-words.ts'
import { sectionNames } from './words.ts'

const tones: Record<Verification, Tone> = {
  law: 'good',
  '2nd': 'info',
  old: 'warn',
  code: 'warn',
  recalled: 'bad',
}

type StandardsProps = { lang: Lang; standard: Standard; group: Group | undefined }

/** A rule once, with every group that it holds for. */
type SharedRule = Pick<Rule, 'id' | 'message' | 'verified' | 'legalReference'> & {
  groups: Group[]
}

/** The whole table of rules with its sources, for the medical director to sign off. */
export function StandardsView({ lang, standard, group }: StandardsProps) {
  const since = dateText(standard.effectiveFrom, lang)
  return (
    <>
      <PageHead
        lang={lang}
        title={words.title}
        lead={say(words.lead, lang, { law: standard.legalReference, since })}
      />
      <Stack>
        <Tabs
          lang={lang}
          label={words.filter}
          tabs={[
            { href: '/standards', label: words.allGroups, current: !group },
            ...groups.map((each) => ({
              href: `/standards?group=${each}`,
              label: say(words.groupOfClasses, lang, { group: each, classes: classesOf(each) }),
              current: each === group,
            })),
          ]}
        />
        {sections.map((section) => {
          const rules = standard.rules.filter(
            (rule) => rule.section === section && (!group || rule.group === group),
          )
          return (
            rules.length > 0 && (
              <Panel lang={lang} title={sectionNames[section]} flush>
                <RulesTable
                  lang={lang}
                  rules={shared(rules)}
                  section={say(sectionNames[section], lang)}
                  grouped={!group}
                />
              </Panel>
            )
          )
        })}
      </Stack>
    </>
  )
}

function classesOf(group: Group): string {
  return licenceClasses.filter((each) => groupOf(each) === group).join(', ')
}

/** In the order of the first group that has the rule. */
function shared(rules: readonly Rule[]): SharedRule[] {
  const found = new Map<string, SharedRule>()
  for (const { id, message, verified, legalReference, group } of rules) {
    const known = found.get(`${id} ${verified}`)
    if (known) known.groups.push(group)
    else found.set(`${id} ${verified}`, { id, message, verified, legalReference, groups: [group] })
  }
  return [...found.values()]
}

type TableProps = {
  lang: Lang
  rules: readonly SharedRule[]
  section: string
  grouped: boolean
}

function RulesTable({ lang, rules, section, grouped }: TableProps) {
  return (
    <DataTable
      lang={lang}
      caption={section}
      rows={rules}
      columns={[
        {
          label: words.disqualifies,
          head: true,
          cell: ({ message }) => <span class="rule-text">{say(message, lang)}</span>,
        },
        ...(grouped
          ? [
              {
                label: words.group,
                narrow: true,
                cell: (rule: SharedRule) => rule.groups.join(', '),
              },
            ]
          : []),
        {
          label: words.reference,
          minor: true,
          cell: (rule) => <span class="rule-source">{referenceOf(rule)}</span>,
        },
        {
          label: words.source,
          narrow: true,
          cell: ({ verified }) => (
            <StatusBadge lang={lang} tone={tones[verified]} label={verificationNames[verified]} />
          ),
        },
      ]}
    />
  )
}

/** A rule that groups share is named without the one that it was read for. */
function referenceOf({ legalReference, groups: shared }: SharedRule): string {
  return shared.length > 1 ? legalReference.replace(/, nhóm \d$/, '') : legalReference
}
