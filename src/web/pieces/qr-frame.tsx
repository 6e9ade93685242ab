import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'
import type { Lang } from '../../core/text.ts'
import { classes, type Label, told } from './label.ts'

type QrFrameProps = {
  lang: Lang
  /** What a scan of it does; read instead of the picture. */
  alt: Label
  size?: 'small' | 'large' | undefined
  /** Under the code: amount, payee in words. */
  children?: Child
} & (
  | { src: string }
  /** SVG markup that this program drew itself; never text from outside. */
  | { svg: string }
)

/** A code on white with its quiet zone, in the dark theme and on paper too. */
export function QrFrame(props: QrFrameProps) {
  const alt = told(props.alt, props.lang)
  return (
    <figure class={classes('qr', props.size && `qr-${props.size}`)}>
      <div class="qr-code">
        {'src' in props ? (
          <img src={props.src} alt={alt} width="240" height="240" />
        ) : (
          <div role="img" aria-label={alt}>
            {raw(props.svg)}
          </div>
        )}
      </div>
      {props.children && <figcaption>{props.children}</figcaption>}
    </figure>
  )
}
