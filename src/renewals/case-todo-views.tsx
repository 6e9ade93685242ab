import { say } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { ActForm } from './act-views.tsx'
import { AskLink } from './ask-views.tsx'
import type { CaseProps } from './case-views.tsx'
import { deskWords as words } from './desk-words.ts'
import { type CaseGuide, guideOf } from './guide.ts'
import { guideWords } from './guide-words.ts'
import { Deadline, reasonText } from './line-views.tsx'
import { caseStateWords } from './state-words.ts'
import { SupplyForm } from './supply-views.tsx'

type TodoProps = CaseProps & { to: string }

/** What is wrong, and the one thing to do first. */
export function FirstThing(props: TodoProps) {
  const { lang, line, mayManage } = props
  const guide = guideOf(line)
  const title = reasonText(line, lang) || say(caseStateWords[line.case.state], lang)
  return (
    <Panel
      lang={lang}
      title={title}
      aside={guide.first === 'transmission' && <Deadline {...props} />}
      marked={mayManage && guide.first !== 'nothing'}
    >
      <div class={`first-thing first-thing-${guide.tone}`}>
        <p>{say(guide.text, lang)}</p>
        {mayManage && <FirstAct {...props} guide={guide} />}
      </div>
    </Panel>
  )
}

function FirstAct(props: TodoProps & { guide: CaseGuide }) {
  const { lang, line, guide, to } = props
  const { holdReason, missing } = line.case
  switch (guide.first) {
    case 'transmission':
      return (
        <p>
          <LinkButton variant="primary" href={`/transmissions/${line.transmission?.id}`}>
            {say(guideWords.openTransmission, lang)}
          </LinkButton>
        </p>
      )
    case 'person':
      return props.opens.patient ? (
        <p>
          <LinkButton variant="primary" href={`/patients/${props.patientId}`}>
            {say(guideWords.openPerson, lang)}
          </LinkButton>
        </p>
      ) : null
    case 'supply':
      return <SupplyForm {...props} missing={missing} />
    case 'resubmit':
      return (
        <p>
          <AskLink lang={lang} to={to} act="resubmit" look="primary" />
        </p>
      )
    case 'release':
      return (
        <ActForm
          {...props}
          act="release"
          label={holdReason === 'supplement' ? words.answer : words.release}
          reason={holdReason === 'supplement' ? words.answerReason : words.releaseReason}
          look="primary"
        />
      )
    case 'nothing':
      return null
  }
}
