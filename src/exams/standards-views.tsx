import { type Lang, say } from '../core/text.ts'
import { DataTable } from '../web/pieces/data-table.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { StatusBadge, type Tone } from '../web/pieces/status-badge.tsx'
import { sections } from './findings.ts'
import { pageWords, verificationNames } from './page-words.ts'
import type { Rule, Standard, Verification } from './standard.ts'
import { sectionNames } from './words.ts'

const tones: Record<Verification, Tone> = {
  law: 'good',
  '2nd': 'info',
  old: 'warn',
  code: 'warn',
  recalled: 'bad',
}

/** The whole table of rules with its sources, for the medical director to sign off. */
export function StandardsView({ lang, standard }: { lang: Lang; standard: Standard }) {
  const since = dateText(standard.effectiveFrom, lang)
  return (
    <>
      <PageHead
        lang={lang}
        title={pageWords.standards}
        lead={say(pageWords.standardsLead, lang, { law: standard.legalReference, since })}
      />
      <Stack>
        {sections.map((section) => {
          const rules = standard.rules.filter((rule) => rule.section === section)
          return (
            rules.length > 0 && (
              <Panel lang={lang} title={sectionNames[section]} flush>
                <RulesTable lang={lang} rules={rules} section={say(sectionNames[section], lang)} />
              </Panel>
            )
          )
        })}
      </Stack>
    </>
  )
}

function RulesTable(props: { lang: Lang; rules: readonly Rule[]; section: string }) {
  const { lang, rules, section } = props
  return (
    <DataTable
      lang={lang}
      caption={section}
      rows={[...rules].sort((a, b) => a.group - b.group)}
      columns={[
        { label: pageWords.group, narrow: true, cell: ({ group }) => group },
        {
          label: pageWords.disqualifyingRule,
          head: true,
          cell: ({ message }) => <span class="rule-text">{say(message, lang)}</span>,
        },
        { label: pageWords.legalReference, minor: true, cell: (rule) => rule.legalReference },
        {
          label: pageWords.verified,
          narrow: true,
          cell: ({ verified }) => (
            <StatusBadge lang={lang} tone={tones[verified]} label={verificationNames[verified]} />
          ),
        },
      ]}
    />
  )
}
