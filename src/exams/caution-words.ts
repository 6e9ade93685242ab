import type { Text } from '../core/text.ts'

/** What no rule disqualifies for, said to the doctor who looks at it. */
export const cautionWords = {
  pressureUntreated: {
    vi: 'Huyết áp từ 180/100 mmHg trở lên ở người không điều trị tăng huyết áp.',
    en: 'Blood pressure 180/100 mmHg or more in a person not treated for hypertension.',
  },
  pulseFast: { vi: 'Mạch trên 120 lần/phút.', en: 'Pulse over 120 a minute.' },
  pulseSlow: { vi: 'Mạch dưới 50 lần/phút.', en: 'Pulse under 50 a minute.' },
} as const satisfies Record<string, Text>
