import type { Child } from 'hono/jsx'
import { fill, type Lang, say, type Text } from '../core/text.ts'
import { Button } from '../web/pieces/button.tsx'
import { InstantText } from '../web/pieces/date-text.tsx'
import { DefinitionList } from '../web/pieces/definition-list.tsx'
import { Form } from '../web/pieces/form.tsx'
import { Notice } from '../web/pieces/notice.tsx'
import { PageHead, Panel } from '../web/pieces/panel.tsx'
import { AskFirst, type Irrevocable } from './ask-first.tsx'
import type { Staff } from './staff.ts'
import { grantList, StaffStatus } from './staff-views.tsx'
import { staffWords as words } from './staff-words.ts'

type MemberProps = {
  lang: Lang
  person: Staff
  own: boolean
  /** How many tokens sign in this person's name: disabling revokes them for good. */
  signingTokens: number
}

export function StaffMemberView(props: MemberProps) {
  const { lang, person } = props
  return (
    <>
      <PageHead
        lang={lang}
        title={person.name}
        lead={grantList(person, lang)}
        badge={person.disabledAt && <StaffStatus lang={lang} person={person} />}
        back={{ href: '/staff', label: words.backToStaff }}
      />
      <Panel lang={lang}>
        <DefinitionList
          lang={lang}
          items={[
            { term: words.username, value: person.username },
            { term: words.roles, value: grantList(person, lang) },
            { term: words.registration, value: person.doctorRegistration },
            {
              term: words.password,
              value: say(person.mustChangePassword ? words.mustChange : words.ownPassword, lang),
            },
            person.disabledAt !== null && {
              term: words.disabledSince,
              value: <InstantText lang={lang} at={person.disabledAt} />,
            },
          ]}
        />
      </Panel>
      <Panel lang={lang} title={words.access}>
        {props.own ? (
          <Notice lang={lang}>{say(words.noSelfDisable, lang)}</Notice>
        ) : (
          <Acts {...props} />
        )}
      </Panel>
    </>
  )
}

function Acts({ lang, person, signingTokens }: MemberProps) {
  const at = `/staff/${person.id}`
  if (person.disabledAt) {
    return (
      <Act lang={lang} hint={words.enableHint}>
        <Do lang={lang} to={`${at}/enable`} label={words.enable} primary />
      </Act>
    )
  }
  return (
    <div class="acts">
      <Act lang={lang} hint={words.resetHint}>
        <AskFirst {...resetQuestion(lang, person)} />
      </Act>
      <Act lang={lang} hint={words.disableHint}>
        {signingTokens > 0 ? (
          <AskFirst {...disableQuestion(lang, person, signingTokens)} />
        ) : (
          <Do lang={lang} to={`${at}/disable`} label={words.disable} />
        )}
      </Act>
    </div>
  )
}

export function resetQuestion(lang: Lang, person: Staff): Irrevocable {
  return {
    lang,
    id: 'ask-reset',
    path: `/staff/${person.id}/reset-password`,
    act: words.resetPassword,
    title: words.resetAsk,
    text: fill(words.resetAskText, { name: person.name }),
  }
}

export function disableQuestion(lang: Lang, person: Staff, count: number): Irrevocable {
  return {
    lang,
    id: 'ask-disable',
    path: `/staff/${person.id}/disable`,
    act: words.disable,
    title: words.disableAsk,
    text: count > 0 ? fill(words.disableTokens, { count }) : words.disableHint,
  }
}

function Act({ lang, hint, children }: { lang: Lang; hint: Text; children?: Child }) {
  return (
    <div class="act">
      <p class="act-text">{say(hint, lang)}</p>
      {children}
    </div>
  )
}

function Do(props: { lang: Lang; to: string; label: Text; primary?: boolean }) {
  const { lang, label } = props
  return (
    <Form lang={lang} action={props.to} label={label}>
      <Button lang={lang} variant={props.primary ? 'primary' : 'secondary'}>
        {say(label, lang)}
      </Button>
    </Form>
  )
}
