/** A page that the first-run assistant opened leads back to it. */
export const SETUP = '/setup'
const mark = 'from'

/** The same page, opened from the assistant. */
export function fromSetup(path: string): string {
  return `${path}?${mark}=setup`
}

export function cameFromSetup(query: string | undefined): boolean {
  return query === 'setup'
}

/** Where a form goes on to once it is saved. */
export function afterSaving(from: string | undefined, usual: string): string {
  return cameFromSetup(from) ? SETUP : usual
}
