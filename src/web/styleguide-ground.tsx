import { readFileSync } from 'node:fs'
import { type Lang, say } from '../core/text.ts'
import { projectPath } from '../platform/paths.ts'
import {
  contrast,
  EDGE_CONTRAST,
  edgePairs,
  type Pair,
  type Scheme,
  TEXT_CONTRAST,
  type Tokens,
  textPairs,
  tokensOf,
} from './contrast.ts'
import { Button } from './pieces/button.tsx'
import { Field } from './pieces/field.tsx'
import { Icon } from './pieces/icon.tsx'
import { iconNames } from './pieces/icon-set.ts'
import { styleguideWords as words } from './styleguide-words.ts'

type Part = { lang: Lang }

const css = readFileSync(projectPath('src/web/public/tokens.css'), 'utf8')
const schemes: readonly Scheme[] = ['light', 'dark']

/** Each pair that text or an edge stands in, with what it measures. */
export function ColourPart({ lang }: Part) {
  return (
    <div class="guide-halves">
      {schemes.map((scheme) => (
        <ColourList lang={lang} scheme={scheme} tokens={tokensOf(css, scheme)} />
      ))}
    </div>
  )
}

function ColourList({ lang, scheme, tokens }: Part & { scheme: Scheme; tokens: Tokens }) {
  const pairs = [
    ...textPairs.map((pair) => ({ pair, needed: TEXT_CONTRAST })),
    ...edgePairs.map((pair) => ({ pair, needed: EDGE_CONTRAST })),
  ]
  return (
    <div>
      <h3>{say(scheme === 'light' ? words.lightScheme : words.darkScheme, lang)}</h3>
      <ul class="guide-pairs">
        {pairs.map(({ pair, needed }) => (
          <li>
            <Swatch tokens={tokens} pair={pair} />
            <code>{pair.join(' / ')}</code>
            <span title={say(words.needed, lang, { ratio: needed })}>
              {contrast(tokens, pair).toFixed(1)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Swatch({ tokens, pair: [ink, ground] }: { tokens: Tokens; pair: Pair }) {
  return (
    <svg class="guide-swatch" viewBox="0 0 64 24" width="64" height="24" aria-hidden="true">
      <rect width="64" height="24" rx="4" fill={tokens[ground]} />
      <circle cx="16" cy="12" r="6" fill={tokens[ink]} />
      <path d="M30 8h26M30 12h20M30 16h24" stroke={tokens[ink]} stroke-width="2" />
    </svg>
  )
}

const sizes = ['huge', 'xxl', 'xl', 'l', 'm', 's', 'xs'] as const

export function TypePart({ lang }: Part) {
  return (
    <dl class="guide-list">
      {sizes.map((size) => (
        <div>
          <dt>
            <code>{`--text-${size}`}</code>
          </dt>
          <dd>
            <p class={`guide-text-${size}`}>{say(words.pangram, lang)}</p>
            <p class={`guide-text-${size}`}>
              <strong>{say(words.pangram, lang)}</strong>
            </p>
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function SpacingPart(_: Part) {
  return (
    <dl class="guide-list">
      {[1, 2, 3, 4, 5, 6].map((step) => (
        <div>
          <dt>
            <code>{`--gap-${step}`}</code>
          </dt>
          <dd class={`guide-gap guide-gap-${step}`} />
        </div>
      ))}
    </dl>
  )
}

/** The same form as a desk and as a finger meets it. */
export function DensityPart({ lang }: Part) {
  return (
    <div class="guide-halves">
      {(['desk', 'touch'] as const).map((density) => (
        <div class={`stack guide-${density}`}>
          <h3>{say(words[density], lang)}</h3>
          <Field
            lang={lang}
            name={`${density}-name`}
            label={words.name}
            value={say(words.nameValue, lang)}
          />
          <div class="row">
            <Button lang={lang} type="button" variant="primary">
              {say(words.primary, lang)}
            </Button>
            <Button lang={lang} type="button">
              {say(words.secondary, lang)}
            </Button>
            <Button lang={lang} type="button" small>
              {say(words.small, lang)}
            </Button>
          </div>
        </div>
      ))}
    </div>
  )
}

export function IconPart(_: Part) {
  return (
    <ul class="guide-icons">
      {iconNames.map((name) => (
        <li>
          <Icon name={name} large />
          <code>{name}</code>
        </li>
      ))}
    </ul>
  )
}
