import type { Dong } from '../core/money.ts'
import type { GroupMember } from '../frontdesk/group.ts'

/** Came, and has neither a bill nor a visit that was called off. */
export function isBillable(member: GroupMember): member is GroupMember & { examId: string } {
  return member.examId !== null && member.bill === null && member.visitState !== 'cancelled'
}

export type GroupBill = {
  name: string
  birthDate: string
  licenceClass: string
  billId: string
  number: string
  billCode: string
  total: Dong
  paid: Dong
}

export type GroupBills = {
  bills: GroupBill[]
  total: Dong
  /** Of what was billed; what somebody paid too much is that person's, not the group's. */
  paid: Dong
  remaining: Dong
}

export function sumUp(bills: GroupBill[]): GroupBills {
  const total = bills.reduce((sum, bill) => sum + bill.total, 0)
  const paid = bills.reduce((sum, bill) => sum + Math.min(bill.paid, bill.total), 0)
  return { bills, total, paid, remaining: total - paid }
}
