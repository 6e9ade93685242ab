import { type Lang, say } from '../core/text.ts'
import { fieldWords } from '../patients/field-words.ts'
import { Button, LinkButton } from '../web/pieces/button.tsx'
import { dateText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { Panel, Stack } from '../web/pieces/panel.tsx'
import type { Claim } from './identity.ts'
import { identityWords as words } from './identity-words.ts'

export type IdentityProps = {
  lang: Lang
  visitId: string
  patientId: string
  once: string
  claim: Claim
  /** Another record that holds the number which was claimed. */
  holderId: string | undefined
  /** Whether this reader's desk is the one that looks at cards. */
  maySee: boolean
}

/** What somebody said of themselves at a kiosk, beside the one button that believes it. */
export function IdentityPanel(props: IdentityProps) {
  const { lang, claim, holderId, maySee } = props
  return (
    <Panel lang={lang} title={words.title} marked id="identity">
      <Stack>
        <Notice lang={lang} kind="warn">
          {say(holderId ? words.another : words.text, lang)}
        </Notice>
        <DefinitionList
          lang={lang}
          layout="across"
          items={[
            { term: words.name, value: claim.name },
            { term: words.birthDate, value: dateText(claim.birthDate, lang) },
            { term: words.sex, value: say(fieldWords[claim.sex], lang) },
            { term: words.number, value: claim.identityCard?.number ?? say(words.none, lang) },
            { term: words.phone, value: claim.phone ?? say(words.none, lang) },
          ]}
        />
        {maySee && <Acts {...props} />}
      </Stack>
    </Panel>
  )
}

function Acts({ lang, visitId, patientId, once, holderId }: IdentityProps) {
  return (
    <form class="form-actions" method="post" action={`/visits/${visitId}/card-seen`}>
      <input type="hidden" name="_once" value={once} />
      {holderId ? (
        <LinkButton href={`/patients/${holderId}`} variant="primary" icon="person">
          {say(words.toAnother, lang)}
        </LinkButton>
      ) : (
        <Button lang={lang} variant="primary" icon="check" shortcut="v">
          {say(words.seen, lang)}
        </Button>
      )}
      <LinkButton href={`/patients/${patientId}/edit`} icon="pen">
        {say(words.amend, lang)}
      </LinkButton>
    </form>
  )
}
