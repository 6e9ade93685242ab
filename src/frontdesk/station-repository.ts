import { type Database, sql, type Tx } from '../platform/database.ts'
import type { Station } from './station.ts'
import type { Task } from './task.ts'

type Reader = Pick<Database, 'query'>

type Row = {
  id: string
  version: number
  name: string
  room: string
  tasks: Task[]
  position: number
  open: boolean
  retired_at: Date | null
}

const columns = sql`id, version, name, room, tasks, position, open, retired_at`

/** All stations in use, in their order. */
export async function listStations(db: Reader, facilityId: string): Promise<Station[]> {
  const rows = await db.query<Row>(sql`
    SELECT ${columns} FROM station WHERE facility_id = ${facilityId} AND retired_at IS NULL
    ORDER BY position, id`)
  return rows.map(stationOf)
}

export async function findStation(
  db: Reader,
  facilityId: string,
  id: string,
): Promise<Station | undefined> {
  const [row] = await db.query<Row>(sql`
    SELECT ${columns} FROM station WHERE facility_id = ${facilityId} AND id = ${id}`)
  return row && stationOf(row)
}

/** Locked against another call or change; whoever only names it in a row of theirs passes. */
export async function lockStation(tx: Tx, id: string): Promise<Station | undefined> {
  const [row] = await tx.query<Row>(sql`
    SELECT ${columns} FROM station WHERE facility_id = ${tx.facilityId} AND id = ${id}
    FOR NO KEY UPDATE`)
  return row && stationOf(row)
}

export async function insertStation(
  tx: Tx,
  station: Pick<Station, 'id' | 'name' | 'room' | 'tasks'> & { position?: number | undefined },
): Promise<Station> {
  const [row] = await tx.query<Row>(sql`
    INSERT INTO station (id, facility_id, name, room, tasks, position, created_at, updated_at)
    VALUES (${station.id}, ${tx.facilityId}, ${station.name}, ${station.room},
      ${station.tasks}::text[],
      coalesce(${station.position ?? null}::int, (SELECT coalesce(max(position), 0) + 1 FROM station
        WHERE facility_id = ${tx.facilityId})), ${tx.now}, ${tx.now})
    RETURNING ${columns}`)
  if (!row) throw new Error('the station was not written')
  return stationOf(row)
}

export async function saveStation(tx: Tx, station: Station): Promise<Station> {
  const [row] = await tx.query<Row>(sql`
    UPDATE station SET version = version + 1, name = ${station.name}, room = ${station.room},
      tasks = ${station.tasks}::text[], position = ${station.position}, open = ${station.open},
      retired_at = ${station.retiredAt ?? null}, updated_at = ${tx.now}
    WHERE facility_id = ${tx.facilityId} AND id = ${station.id}
    RETURNING ${columns}`)
  if (!row) throw new Error('the station was not written')
  return stationOf(row)
}

function stationOf(row: Row): Station {
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    room: row.room,
    tasks: row.tasks,
    position: row.position,
    open: row.open,
    ...(row.retired_at && { retiredAt: row.retired_at }),
  }
}
