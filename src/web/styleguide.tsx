import { Hono } from 'hono'
import { type Lang, say } from '../core/text.ts'
import { allow } from './allow.ts'
import type { AppEnv } from './context.ts'
import { page } from './page.tsx'
import { Notice } from './pieces/notice.tsx'
import { PageHead, Panel } from './pieces/panel.tsx'
import { saidIn } from './said.ts'
import { ButtonPart, ChoicePart, FieldPart, FormPart } from './styleguide-forms.tsx'
import { ColourPart, DensityPart, IconPart, SpacingPart, TypePart } from './styleguide-ground.tsx'
import { FeedbackPart, PaperPart, WaitingPart } from './styleguide-sayings.tsx'
import { FigurePart, ProgressPart, StatusPart, TablePart } from './styleguide-tables.tsx'
import { styleguideWords as words } from './styleguide-words.ts'

const parts = [
  ['colours', ColourPart],
  ['type', TypePart],
  ['spacing', SpacingPart],
  ['density', DensityPart],
  ['icons', IconPart],
  ['buttons', ButtonPart],
  ['fields', FieldPart],
  ['choices', ChoicePart],
  ['forms', FormPart],
  ['tables', TablePart],
  ['figures', FigurePart],
  ['status', StatusPart],
  ['progress', ProgressPart],
  ['feedback', FeedbackPart],
  ['waiting', WaitingPart],
  ['paper', PaperPart],
] as const

/** Every piece in every state, for whoever builds pages of them; app.tsx mounts it in demonstrations alone. */
export function styleguideRoutes(): Hono<AppEnv> {
  const app = new Hono<AppEnv>()
  app.get('/styleguide', allow.everyone('shows pieces and holds no data'), (c) =>
    page(
      c,
      {
        title: words.title,
        width: 'wide',
        whole: true,
        said: saidIn(c, {
          cancelled: {
            text: words.said,
            undo: { action: '/language', fields: { to: '/styleguide' } },
          },
        }),
      },
      <Styleguide lang={c.get('lang')} />,
    ),
  )
  return app
}

function Styleguide({ lang }: { lang: Lang }) {
  return (
    <>
      <PageHead lang={lang} title={words.title} lead={say(words.lead, lang)} />
      <Notice lang={lang}>{say(words.keysHint, lang)}</Notice>
      <nav aria-label={say(words.contents, lang)}>
        <ul class="guide-contents">
          {parts.map(([name]) => (
            <li>
              <a href={`#${name}`}>{say(words[name], lang)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {parts.map(([name, Part]) => (
        <Panel lang={lang} title={words[name]} id={name}>
          <Part lang={lang} />
        </Panel>
      ))}
    </>
  )
}
