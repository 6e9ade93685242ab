import { specialties } from '../core/actor.ts'

/** What a station serves: the declaration, each specialty, the payment, the conclusion. */
export const tasks = ['declaration', ...specialties, 'payment', 'conclusion'] as const
export type Task = (typeof tasks)[number]

/** What is found out about a person: all but the money and the last signature. */
export function isExamTask(task: Task): boolean {
  return task !== 'payment' && task !== 'conclusion'
}

export function without(all: readonly Task[], ...taken: readonly (readonly Task[])[]): Task[] {
  return all.filter((task) => !taken.some((some) => some.includes(task)))
}

export function inBoth(some: readonly Task[], others: readonly Task[]): Task[] {
  return some.filter((task) => others.includes(task))
}
