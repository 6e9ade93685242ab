import { ageText } from '../core/duration.ts'
import { type Lang, say } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { Form } from '../web/pieces/form.tsx'
import { told } from '../web/pieces/label.ts'
import { LivePart } from '../web/pieces/live-part.tsx'
import { Columns, PageHead, Panel, Stack } from '../web/pieces/panel.tsx'
import { Steps } from '../web/pieces/steps.tsx'
import { FoldedAct, type Refused } from './act-views.tsx'
import { AskDialog, AskLink } from './ask-views.tsx'
import { stoodSince } from './board.ts'
import { CaseFacts, CaseHistory, type FactsProps, type HistoryStep } from './case-facts-views.tsx'
import { stepsOf } from './case-steps.ts'
import { FirstThing } from './case-todo-views.tsx'
import { deskWords as words } from './desk-words.ts'
import { guideOf } from './guide.ts'
import { CaseBadge } from './line-views.tsx'
import { allows } from './renewal-case.ts'

export type CaseProps = FactsProps & {
  history: readonly HistoryStep[]
  mayManage: boolean
  /** Sent at least once, so that the authority can be asked. */
  sent: boolean
  once: string
  refused?: Refused | undefined
}

export function CaseView(props: CaseProps) {
  const { lang, line } = props
  const to = `/renewals/${line.case.id}`
  const asked = props.mayManage ? askedOf(props) : []
  return (
    <Stack>
      <LivePart id="case-head" polite>
        <PageHead
          lang={lang}
          title={line.personName}
          lead={headLine(props)}
          badge={<CaseBadge lang={lang} state={line.case.state} />}
          back={{ href: '/renewals', label: words.cases }}
        />
      </LivePart>
      <LivePart id="case-steps">
        <Panel lang={lang}>
          <Steps lang={lang} label={words.steps} steps={stepsOf(line)} layout="row" />
        </Panel>
      </LivePart>
      <Columns
        main={
          <Stack>
            <LivePart id="case-todo">
              <Stack>
                <FirstThing {...props} to={to} />
                {props.mayManage && <OtherActs {...props} to={to} />}
              </Stack>
            </LivePart>
            <LivePart id="case-history">
              <CaseHistory lang={lang} history={props.history} />
            </LivePart>
          </Stack>
        }
        side={
          <LivePart id="case-side">
            <CaseFacts {...props} />
          </LivePart>
        }
      />
      {asked.map((act) => (
        <AskDialog lang={lang} to={to} act={act} once={props.once} />
      ))}
    </Stack>
  )
}

/** Who, for which class, since when. */
function headLine({ lang, line, now }: CaseProps): string {
  const since = stoodSince(line)
  return [
    dateText(line.birthDate, lang),
    `${say(words.licenceClass, lang)} ${line.licenceClass}`,
    line.case.dossierCode,
    since && say(words.waitedFor, lang, { time: told(ageText(since, now), lang) }),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** Acts that leave the house. */
function askedOf({ line }: CaseProps): ('resubmit' | 'withdraw')[] {
  const { state, dossierCode } = line.case
  return [
    ...(allows(state, 'submit-again') && !dossierCode ? ['resubmit' as const] : []),
    ...(allows(state, 'withdraw') ? ['withdraw' as const] : []),
  ]
}

/** What else may be done, quietly, under the one thing to do first. */
function OtherActs(props: CaseProps & { to: string }) {
  const { lang, line, sent, to } = props
  const { state, dossierCode } = line.case
  const asksAuthority = sent && dossierCode !== undefined && allows(state, 'withdraw')
  const asked = askedOf(props).filter((act) => act !== 'resubmit' || state !== 'rejected')
  const holds = allows(state, 'hold')
  const releases = guideOf(line).first === 'transmission' && mayRelease(line.case)
  if (!asksAuthority && asked.length === 0 && !holds && !releases) return null
  return (
    <section class="other-acts" aria-label={say(words.otherActs, lang)}>
      {asksAuthority && <AskAuthority {...props} />}
      {releases && (
        <FoldedAct
          {...props}
          act="release"
          label={words.release}
          reason={words.releaseReason}
          to={to}
        />
      )}
      {holds && (
        <FoldedAct {...props} act="hold" label={words.hold} reason={words.holdReason} to={to} />
      )}
      {asked.map((act) => (
        <AskLink lang={lang} to={to} act={act} look={act === 'withdraw' ? 'quiet' : 'secondary'} />
      ))}
    </section>
  )
}

/** Whose hold is the desk's to lift, and nothing is missing. */
function mayRelease({ state, missing, holdReason }: CaseProps['line']['case']): boolean {
  return allows(state, 'release') && missing.length === 0 && holdReason !== 'consent-withdrawn'
}

function AskAuthority({ lang, to, once }: { lang: Lang; to: string; once: string }) {
  return (
    <Form lang={lang} action={`${to}/refresh`} once={`${once}-refresh`}>
      <Button lang={lang} shortcut="r">
        {say(words.refresh, lang)}
      </Button>
    </Form>
  )
}
