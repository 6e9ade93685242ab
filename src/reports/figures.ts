import { type Actor, may, type Permission } from '../core/actor.ts'

/** Every table that can be fetched, and whose it is: the right besides `report:read` that it asks for. */
export const figures = {
  people: 'report:read',
  sections: 'report:read',
  waits: 'report:read',
  classes: 'report:outcomes',
  reasons: 'report:outcomes',
  takings: 'bank:read',
  cases: 'renewal:read',
  completion: 'renewal:read',
  transmissions: 'renewal:read',
} as const satisfies Record<string, Permission>

export type FigureName = keyof typeof figures

export function figureNamed(name: string | undefined): FigureName | undefined {
  return name !== undefined && Object.hasOwn(figures, name) ? (name as FigureName) : undefined
}

export function maySee(actor: Actor, figure: FigureName): boolean {
  return may(actor, 'report:read') && may(actor, figures[figure])
}
