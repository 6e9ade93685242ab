import type { BillProps, ReceiptProps } from '../../src/billing/bill-props.ts'

/** An's bill: issued, to be paid by VietQR. */
export const anBill: BillProps = {
  createdAt: new Date('2026-11-24T02:40:00Z'),
  facility: {
    name: 'Trung tâm Y tế Ngũ Hành Sơn',
    address: '582 Lê Văn Hiến, phường Ngũ Hành Sơn, thành phố Đà Nẵng',
    taxCode: '0400123456',
    phone: '0236 3847 123',
  },
  number: 'HD26-000001',
  billCode: 'LTKSK0000012F',
  issuedAt: new Date('2026-11-24T02:40:00Z'),
  state: 'issued',
  patient: { name: 'Nguyễn Thị An', birthYear: 1985 },
  lines: [
    {
      code: 'KSKLX',
      name: 'Khám sức khỏe lái xe (theo Thông tư 36/2024/TT-BYT)',
      quantity: 1,
      price: 345_000,
      amount: 345_000,
    },
  ],
  total: 345_000,
  paid: 0,
  remaining: 345_000,
  qr: {
    payload:
      '00020101021238570010A00000072701270006970436011301234567890120208QRIBFTTA53037045406345000' +
      '5802VN62340113LTKSK0000012F0813LTKSK0000012F63041234',
    bank: 'Vietcombank (VCB)',
    account: '0123456789012',
    accountName: 'TTYT NGU HANH SON',
    amount: 345_000,
  },
  payments: [],
}

/** Her bill paid in cash with a bank note too large. */
export const anReceipt: ReceiptProps = {
  bill: { ...anBill, state: 'balanced', paid: 345_000, remaining: 0 },
  payment: {
    receiptNumber: 'PT26-000001',
    method: 'cash',
    amount: 345_000,
    at: new Date('2026-11-24T02:55:00Z'),
    cashier: 'Võ Thị Lan',
    tendered: 500_000,
  },
  before: 0,
}
