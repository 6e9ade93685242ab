export type Key = {
  type: 'down' | 'up'
  code: string
  key: string
  shift: boolean
  alt: boolean
  ctrl: boolean
  meta?: boolean
  repeat: boolean
  /** When it was pressed, in milliseconds. */
  at: number
}
export type ScanState = 'idle' | 'scanning' | 'complete'
export type Decoder = {
  take(key: Key): ScanState
  insert(text: string): void
  length(): number
  state(): ScanState
  isWhole(): boolean
  text(): string
  reset(): void
}
export const LONGEST_GAP_MS: number
export const LONGEST_PAUSE_MS: number
export function openDecoder(): Decoder
export function isWhole(text: string): boolean
export function withoutPrefix(text: string): string
