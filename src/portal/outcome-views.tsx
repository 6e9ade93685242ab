import { type Lang, say } from '../core/text.ts'
import { LinkButton } from '../web/pieces/button.tsx'
import { DateText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Panel } from '../web/pieces/panel.tsx'
import { outcomeTexts as words } from './outcome-words.ts'
import { className } from './spoken.ts'
import { certificateReleased, type ExamFacts, type VisitFacts } from './visit-facts.ts'

type ResultProps = { lang: Lang; facts: VisitFacts; at: string }

/** What came of the exam: the paper to take along, or what a refusal means. */
export function ResultPanel({ lang, facts, at }: ResultProps) {
  const { exam } = facts
  if (!exam?.conclusion) return null
  if (exam.conclusion.outcome === 'unfit') {
    return <UnfitPanel lang={lang} facts={facts} at={at} exam={exam} />
  }
  const { reason, outcome } = exam.conclusion
  return (
    <section class="panel pass" id="result" aria-labelledby="result-title">
      <div class="pass-head">
        <h2 class="pass-title" id="result-title">
          {say(words.paper, lang)}
          <small>{say(words.forDriver, lang)}</small>
        </h2>
        <PassClass lang={lang} exam={exam} />
      </div>
      <div class="panel-body visit-parts">
        <PaperFacts lang={lang} exam={exam} />
        {outcome === 'fit-subject-to-review' && (
          <p>{say(words.reviewMeans, lang, { class: className(exam, lang) })}</p>
        )}
        {reason && <DoctorWrote lang={lang} reason={reason} />}
        <PaperLinks lang={lang} facts={facts} at={at} primary />
      </div>
    </section>
  )
}

function PassClass({ lang, exam }: { lang: Lang; exam: ExamFacts }) {
  if (exam.licenceClass === 'XMCD') return null
  return (
    <p class="pass-class">
      <small>{say(words.licenceClass, lang)}</small> {exam.licenceClass}
    </p>
  )
}

function PaperFacts({ lang, exam }: { lang: Lang; exam: ExamFacts }) {
  const { certificate, conclusion } = exam
  const again = conclusion?.reexamineOn
  return (
    <DefinitionList
      lang={lang}
      items={[
        certificate && {
          term: words.number,
          value: <span class="visit-number">{certificate.number}</span>,
        },
        // Of a conclusion that nobody drives on, a validity says nothing.
        certificate &&
          conclusion?.outcome !== 'unfit' && {
            term: words.validUntil,
            value: <DateText lang={lang} date={certificate.validUntil} />,
          },
        again && { term: words.reexamineOn, value: <DateText lang={lang} date={again} /> },
      ]}
    />
  )
}

function DoctorWrote({ lang, reason }: { lang: Lang; reason: string }) {
  return (
    <p class="visit-quote">
      <small>{say(words.doctorWrote, lang)}</small>
      {reason}
    </p>
  )
}

function PaperLinks(props: ResultProps & { primary?: boolean }) {
  const { lang, facts, at } = props
  const certificate = facts.exam?.certificate
  if (!certificate || certificate.revokedOn) return null
  if (!certificateReleased(facts)) return <p class="visit-hint">{say(words.held, lang)}</p>
  return (
    <p class="visit-links">
      <LinkButton
        variant={props.primary ? 'primary' : 'secondary'}
        icon="download"
        href={`${at}/certificate.pdf`}
        newTab
        wide
      >
        {say(words.download, lang)}
      </LinkButton>
      <LinkButton
        variant={props.primary ? 'secondary' : 'quiet'}
        icon="shield"
        href={`/verify/${certificate.verifyCode}`}
        newTab
        wide
      >
        {say(words.proof, lang)}
      </LinkButton>
    </p>
  )
}

/** Calm, and with a way on: what it means, then what one can do. */
function UnfitPanel({ lang, facts, at, exam }: ResultProps & { exam: ExamFacts }) {
  const values = { class: className(exam, lang) }
  const reason = exam.conclusion?.reason
  return (
    <Panel lang={lang} title={words.result} id="result">
      <div class="visit-parts">
        <section>
          <h3>{say(words.meaning, lang)}</h3>
          <p>{say(words.unfitMeans, lang, values)}</p>
        </section>
        {reason && <DoctorWrote lang={lang} reason={reason} />}
        <section>
          <h3>{say(words.toDo, lang)}</h3>
          <ul class="visit-list">
            {[words.askDoctor, words.treat, words.disagree, words.untilThen].map((text) => (
              <li>{say(text, lang, values)}</li>
            ))}
          </ul>
        </section>
        <PaperFacts lang={lang} exam={exam} />
        <PaperLinks lang={lang} facts={facts} at={at} />
      </div>
    </Panel>
  )
}
