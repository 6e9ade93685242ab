export type Values = Record<string, string>
export function dayOf(text: string): string | undefined
export function patientBody(values: Values): Record<string, unknown>
export function examBody(values: Values): Record<string, unknown>
export function invoiceBody(values: Values): Record<string, unknown> | undefined
export function faultsOf(values: Values): { name: string; fault: string }[]
