import type { Lang } from '../../core/text.ts'
import { pieceWords } from '../words.ts'
import { Icon } from './icon.tsx'
import { type Label, told } from './label.ts'

/** Says that something is on its way; read out politely. */
export function Loading(props: { lang: Lang; label?: Label | undefined }) {
  return (
    <p class="loading" role="status">
      <Icon name="loading" />
      {told(props.label ?? pieceWords.loading, props.lang)}
    </p>
  )
}

/** Holds the place of lines that are on their way, so that nothing jumps when they come. */
export function Skeleton(props: { lines?: number | undefined }) {
  return (
    <div class="skeleton" aria-hidden="true">
      {Array.from({ length: props.lines ?? 3 }, () => (
        <span class="skeleton-line" />
      ))}
    </div>
  )
}
