import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** What our names are called in Lucide (24 × 24, one stroke). */
const lucide = {
  alert: 'circle-alert',
  bank: 'landmark',
  bill: 'receipt-text',
  calendar: 'calendar',
  call: 'phone',
  camera: 'camera',
  chart: 'chart-column',
  check: 'check',
  clock: 'clock',
  copy: 'copy',
  cross: 'x',
  dot: 'circle-small',
  down: 'chevron-down',
  download: 'download',
  exam: 'stethoscope',
  exit: 'log-out',
  external: 'external-link',
  group: 'bus',
  home: 'house',
  info: 'info',
  key: 'key-round',
  keyboard: 'keyboard',
  language: 'languages',
  left: 'chevron-left',
  licence: 'id-card',
  loading: 'loader-circle',
  log: 'scroll-text',
  pen: 'pencil',
  person: 'user',
  phone: 'smartphone',
  plus: 'plus',
  print: 'printer',
  qr: 'qr-code',
  record: 'folder-heart',
  right: 'chevron-right',
  search: 'search',
  send: 'send',
  settings: 'settings',
  shield: 'shield-check',
  staff: 'users',
  station: 'door-open',
  undo: 'undo-2',
  upload: 'upload',
} as const

export type IconName = keyof typeof lucide

export const iconNames = Object.keys(lucide) as IconName[]

/** What every icon shares; said once, on the `<svg>` around it. */
const shared = /<\/?g\b[^>]*>| (?:fill="none"|stroke(?:-\w+)?="[^"]*")/g

/** Markup inside the `<svg>`, by our name: the named few of the set, read once. */
const drawings = readDrawings()

export function drawingOf(name: IconName): string {
  return drawings[name]
}

function readDrawings(): Readonly<Record<IconName, string>> {
  const file = createRequire(import.meta.url).resolve('@iconify-json/lucide/icons.json')
  const { icons } = JSON.parse(readFileSync(file, 'utf8')) as {
    icons: Record<string, { body: string } | undefined>
  }
  const found = iconNames.map((name) => {
    const body = icons[lucide[name]]?.body
    if (!body) throw new Error(`no such icon: ${lucide[name]}`)
    return [name, body.replace(shared, '')]
  })
  return Object.fromEntries(found)
}
