import { type Lang, say } from '../core/text.ts'
import type { Place } from './place.ts'
import { placeWords as words } from './place-words.ts'

/** The number, the door and the wait: what is looked for first in a full house. */
export function PlaceCard({ lang, place }: { lang: Lang; place: Place }) {
  return (
    <section class={place.urgent ? 'place place-urgent' : 'place'} aria-labelledby="place-title">
      <p class="place-number">
        <small>{say(words.number, lang)}</small> <strong>{place.number}</strong>
      </p>
      <div class="place-where">
        <h2 class="place-title" id="place-title">
          {say(place.title, lang)}
        </h2>
        {place.lines.map((line) => (
          <p>{say(line, lang)}</p>
        ))}
        {place.estimated && <p class="visit-hint">{say(words.estimate, lang)}</p>}
      </div>
    </section>
  )
}
