import type { Text } from '../core/text.ts'

/** A section's measurements in a few characters. */
export const headlineWords = {
  right: { vi: 'phải {value}/10', en: 'right {value}/10' },
  left: { vi: 'trái {value}/10', en: 'left {value}/10' },
  both: { vi: 'hai mắt {value}/10', en: 'both {value}/10' },
  speech: { vi: 'nói thường {right}/{left} m', en: 'speech {right}/{left} m' },
  whisper: { vi: 'nói thầm {right}/{left} m', en: 'whisper {right}/{left} m' },
  pressure: { vi: '{systolic}/{diastolic} mmHg', en: '{systolic}/{diastolic} mmHg' },
  pulse: { vi: 'mạch {pulse}', en: 'pulse {pulse}' },
  negative: { vi: '{negative}/{of} âm tính', en: '{negative}/{of} negative' },
  alcohol: { vi: 'cồn {value}', en: 'alcohol {value}' },
} as const satisfies Record<string, Text>
