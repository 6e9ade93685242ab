/** Our own small set: 20 × 20, drawn with one stroke in the colour of the text beside it. */
const paths = {
  check: 'M4.5 10.5l3.6 3.6 7.4-8',
  cross: 'M5.5 5.5l9 9m0-9l-9 9',
  alert: 'M10 6.2v4.6m0 2.9v.1M10 2.8a7.2 7.2 0 100 14.4 7.2 7.2 0 000-14.4z',
  info: 'M10 9.2v4.4m0-7.3v.1M10 2.8a7.2 7.2 0 100 14.4 7.2 7.2 0 000-14.4z',
  clock: 'M10 6v4.2l2.8 1.7M10 2.8a7.2 7.2 0 100 14.4 7.2 7.2 0 000-14.4z',
  dot: 'M10 7.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6z',
  pen: 'M4 16l.8-3.4 8.3-8.3a1.6 1.6 0 012.3 0l.3.3a1.6 1.6 0 010 2.3l-8.3 8.3L4 16z',
  plus: 'M10 4.5v11M4.5 10h11',
  right: 'M8 5l5 5-5 5',
  left: 'M12 5l-5 5 5 5',
  down: 'M5 8l5 5 5-5',
  search: 'M13 13l4 4M8.8 3.6a5.2 5.2 0 100 10.4 5.2 5.2 0 000-10.4z',
  print:
    'M6 7.5V3.5h8v4M6 14H3.5V8.6c0-.6.5-1.1 1.1-1.1h10.8c.6 0 1.1.5 1.1 1.1V14H14m-8-2h8v4.5H6V12z',
  qr: 'M3.5 3.5h5v5h-5zm8 0h5v5h-5zm-8 8h5v5h-5zm8 0h2v2m3-2v2h-2v3h2m-5-1v1',
  camera: 'M3.5 6.5h3l1.2-2h4.6l1.2 2h3v9.5h-13V6.5M10 8.2a2.8 2.8 0 100 5.6 2.8 2.8 0 000-5.6z',
  home: 'M3.5 9.2L10 3.8l6.5 5.4M5 8.2v8h3.6v-4.4h2.8v4.4H15v-8',
  person:
    'M10 3.2a3.3 3.3 0 100 6.6 3.3 3.3 0 000-6.6zM3.8 16.8c.7-3 3.2-4.5 6.2-4.5s5.5 1.5 6.2 4.5',
  exam: 'M7 4H5v13h10V4h-2M7.5 2.8h5v2.7h-5zM7.5 10.8h1.7l1.2-2 1.4 4 .9-2h1',
  bill: 'M5 3h10v14l-1.7-1.2-1.6 1.2-1.7-1.2L8.3 17l-1.6-1.2L5 17V3zm2.7 4h4.6m-4.6 3.2h4.6',
  bank: 'M3.5 8L10 3.8 16.5 8h-13zM5 8v6m3.3-6v6m3.4-6v6M15 8v6M3.5 16.5h13V14h-13v2.5z',
  licence:
    'M2.8 5h14.4v10H2.8zM7 8a1.5 1.5 0 100 3 1.5 1.5 0 000-3zm-2.3 4.9c.5-.9 1.3-1.4 2.3-1.4s1.8.5 2.3 1.4M11.5 8.5h3.3m-3.3 3h3.3',
  record: 'M4 3.5h8l4 4v9H4v-13zm8 0v4h4M7 11h6m-6 2.8h4',
  chart: 'M3.5 3.5v13h13M7 13.5V10m3.3 3.5V6.5m3.2 7V8.6',
  log: 'M4 5h.1M7.5 5H16M4 10h.1m3.4 0H16M4 15h.1m3.4 0H16',
  staff:
    'M7.5 4.2a2.6 2.6 0 100 5.2 2.6 2.6 0 000-5.2zM2.8 16c.5-2.6 2.4-4 4.7-4s4.2 1.4 4.7 4M13 9.2a2.3 2.3 0 10-.8-4.5M14.2 12.2c1.6.5 2.7 1.7 3 3.8',
  exit: 'M8 3.5H4v13h4M12.5 6.5L16 10l-3.5 3.5M16 10H7.5',
  external: 'M8 4.5H4.5v11h11V12M11.5 3.5h5v5m0-5L9.5 10.5',
  download: 'M10 3.5v9m0 0l-3.5-3.5M10 12.5L13.5 9M4 16.5h12',
  phone: 'M6.5 2.8h7v14.4h-7zm2.6 11.9h1.8',
  shield: 'M10 2.8l6 2.2v4.6c0 3.6-2.4 6.2-6 7.6-3.6-1.4-6-4-6-7.6V5l6-2.2zM7.3 9.9l2 2 3.5-3.7',
  send: 'M17 3L3 8.8l5.2 2.2M17 3l-5.2 14-3.6-6M17 3L8.2 11',
} as const

export type IconName = keyof typeof paths

/** Decorative: whatever it says is also said in words beside it. */
export function Icon(props: { name: IconName; large?: boolean }) {
  return (
    <svg
      class={props.large ? 'icon icon-large' : 'icon'}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      fill="none"
      stroke="currentColor"
      stroke-width="1.6"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[props.name]} />
    </svg>
  )
}
