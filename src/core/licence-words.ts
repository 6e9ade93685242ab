import type { LicenceClass, LicencePurpose } from './licence.ts'
import type { Text } from './text.ts'

export const classNames: Record<LicenceClass, Text> = {
  A1: { vi: 'A1 · xe máy đến 125 cm³', en: 'A1 · motorcycle to 125 cm³' },
  A: { vi: 'A · xe máy trên 125 cm³', en: 'A · motorcycle above 125 cm³' },
  B1: { vi: 'B1 · mô tô ba bánh', en: 'B1 · three-wheeler' },
  B: { vi: 'B · ô tô đến 8 chỗ, tải đến 3,5 tấn', en: 'B · car to 8 seats, truck to 3.5 t' },
  C1: { vi: 'C1 · tải 3,5–7,5 tấn', en: 'C1 · truck 3.5–7.5 t' },
  C: { vi: 'C · tải trên 7,5 tấn', en: 'C · truck above 7.5 t' },
  D1: { vi: 'D1 · 9–16 chỗ', en: 'D1 · 9–16 seats' },
  D2: { vi: 'D2 · 17–29 chỗ', en: 'D2 · 17–29 seats' },
  D: { vi: 'D · trên 29 chỗ, giường nằm', en: 'D · above 29 seats, sleeper' },
  BE: { vi: 'BE · hạng B kéo rơ moóc', en: 'BE · B with trailer' },
  C1E: { vi: 'C1E · hạng C1 kéo rơ moóc', en: 'C1E · C1 with trailer' },
  CE: { vi: 'CE · hạng C kéo rơ moóc, đầu kéo', en: 'CE · C with trailer, tractor' },
  D1E: { vi: 'D1E · hạng D1 kéo rơ moóc', en: 'D1E · D1 with trailer' },
  D2E: { vi: 'D2E · hạng D2 kéo rơ moóc', en: 'D2E · D2 with trailer' },
  DE: { vi: 'DE · hạng D kéo rơ moóc, nối toa', en: 'DE · D with trailer, articulated' },
  XMCD: { vi: 'Xe máy chuyên dùng', en: 'Special machinery' },
}

export const purposeNames: Record<LicencePurpose, Text> = {
  new: { vi: 'Cấp mới', en: 'New licence' },
  renewal: { vi: 'Đổi', en: 'Renewal' },
  reissue: { vi: 'Cấp lại', en: 'Re-issue' },
  upgrade: { vi: 'Nâng hạng', en: 'Upgrade' },
}
