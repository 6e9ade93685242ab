import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/text.ts'
import { Icon, type IconName } from './icon.tsx'
import { classes, type Label, told } from './label.ts'

export type HomeTile = {
  href: string
  title: Label
  /** What it is for, or what is waiting there. */
  text?: Label | undefined
  icon: IconName
  /** How many wait; 0 is shown as calmly as it is. */
  count?: number | undefined
  /** The thing this role does most: drawn first and strong. */
  main?: boolean | undefined
}

/** "What should I do now": the role's ways in, the main one first. */
export function HomeTiles(props: { lang: Lang; tiles: readonly HomeTile[]; children?: Child }) {
  return (
    <ul class="tiles">
      {props.tiles.map((tile) => (
        <li class={classes('tile', tile.main && 'tile-main')}>
          <span class="tile-icon">
            <Icon name={tile.icon} large />
          </span>
          <div class="tile-body">
            <a class="tile-title" href={tile.href}>
              {told(tile.title, props.lang)}
            </a>
            {tile.text && <p class="tile-text">{told(tile.text, props.lang)}</p>}
          </div>
          {tile.count !== undefined && <span class="tile-count">{tile.count}</span>}
        </li>
      ))}
      {props.children}
    </ul>
  )
}
