import { calendarDate } from '../../src/core/calendar-date.ts'
import {
  type CertificateFacts,
  type GatewayRecord,
  gatewayRecord,
} from '../../src/renewals/gateway-record.ts'

/** An, 41, as the certificate of the demonstration's story has her. */
export const an: CertificateFacts = {
  certificateNumber: '00001/GKSKLX/48001/26',
  licenceClass: 'B',
  convertedFromA1: false,
  person: {
    name: 'NGUYỄN THỊ AN',
    sex: 'female',
    birthDate: calendarDate('1985-03-02'),
    address: '12 Lê Văn Hiến, phường Ngũ Hành Sơn, thành phố Đà Nẵng',
    provinceCode: '48',
    wardCode: '20285',
    identityNumber: '048185001234',
    identityIssuedOn: calendarDate('2021-05-01'),
    identityIssuedPlace: 'Cục CS QLHC về TTXH',
  },
  facility: { code: '48001', name: 'Trung tâm Y tế Ngũ Hành Sơn' },
  alcohol: null,
  drugsPositive: false,
  concludedOn: calendarDate('2026-11-24'),
  concludedBy: 'Lê Minh Hoàng',
  outcome: 'fit',
}

export function recordOf(facts: CertificateFacts, action: 'ADD' | 'EDIT' = 'ADD'): GatewayRecord {
  const answer = gatewayRecord(facts, action)
  if ('missing' in answer) throw new Error(`missing: ${answer.missing.join(', ')}`)
  return answer.record
}
