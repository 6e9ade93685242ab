/* Puts what the rules say at the fields that they say it of. */

const TONES = ['is-bad', 'is-warn']

export function showMarks(form, list) {
  for (const field of form.querySelectorAll('[data-field]')) field.classList.remove(...TONES)
  const places = [...form.querySelectorAll('[data-verdicts]')]
  const said = new Map(places.map((place) => [place, []]))
  for (const mark of list?.children ?? []) {
    const names = mark.dataset.for.split(' ')
    const own = names.flatMap((name) => [
      ...form.querySelectorAll(`[data-field="${CSS.escape(name)}"]`),
    ])
    for (const field of own) field.classList.add(`is-${mark.dataset.tone}`)
    const place = own[0]?.closest('[data-fields]')?.querySelector('[data-verdicts]')
    if (place) said.get(place).push(mark.innerHTML)
  }
  for (const [place, words] of said) {
    const markup = words.join('')
    if (place.innerHTML !== markup) place.innerHTML = markup
  }
}
