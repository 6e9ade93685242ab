import type { Actor, Role } from '../../src/core/actor.ts'
import type { Station } from '../../src/frontdesk/station.ts'
import { listStations } from '../../src/frontdesk/station-repository.ts'
import type { Ticket } from '../../src/frontdesk/ticket.ts'
import { findTicketOfVisit } from '../../src/frontdesk/ticket-repository.ts'
import { sql } from '../../src/platform/database.ts'
import type { TestApp } from '../support/app.ts'

/** The rooms of the seeded house and the people in them, as commands see them. */
export async function openFloor(app: TestApp) {
  const { database } = app.deps
  const [facility] = await database.query<{ id: string }>(
    sql`SELECT id FROM facility WHERE code = ${app.deps.env.FACILITY_CODE}`,
  )
  const facilityId = facility?.id ?? ''
  const stations = await listStations(database, facilityId)
  return {
    facilityId,
    stations,
    station(name: string): Station {
      const found = stations.find((station) => station.name === name)
      if (!found) throw new Error(`no station ${name}`)
      return found
    },
    person(name: string, ...roles: Role[]): Actor {
      const kind = 'service' as const
      return { kind, id: `person-${name}`, name, facilityId, roles, specialties: 'all' }
    },
    async ticket(visitId: string): Promise<Ticket> {
      const found = await findTicketOfVisit(database, facilityId, visitId)
      if (!found) throw new Error(`no ticket for ${visitId}`)
      return found
    },
    async stops(visitId: string): Promise<{ name: string; ending: string }[]> {
      return database.query(sql`
        SELECT s.name, x.ending FROM ticket_stop x JOIN station s ON s.id = x.station_id
        WHERE x.visit_id = ${visitId} ORDER BY x.ended_at, x.id`)
    },
  }
}
export type Floor = Awaited<ReturnType<typeof openFloor>>
