import type pg from 'pg'

type Column = { table: string; column: string; type: string; required: boolean }
type Key = { table: string; name: string; primary: boolean; columns: string[] }

/** The migrations are the truth; this is the same database in Prisma's words. */
const header = `// Written by \`npm run schema\` from prisma/migrations. Not for editing: change a migration instead.
// No relations: what spans tables is SQL, in a repository.

generator client {
  provider               = "prisma-client"
  output                 = "./generated"
  runtime                = "nodejs"
  moduleFormat           = "esm"
  generatedFileExtension = "ts"
  importFileExtension    = "ts"
}

datasource db {
  provider = "postgresql"
}
`

const types: Readonly<Record<string, string>> = {
  bool: 'Boolean',
  bytea: 'Bytes',
  date: 'DateTime @db.Date',
  float8: 'Float',
  int2: 'Int @db.SmallInt',
  int4: 'Int',
  int8: 'BigInt',
  jsonb: 'Json',
  numeric: 'Decimal',
  text: 'String',
  timestamptz: 'DateTime @db.Timestamptz(6)',
  uuid: 'String @db.Uuid',
}

/** `schema.prisma` for what this database holds. */
export async function describeSchema(client: pg.Client): Promise<string> {
  const columns = await readColumns(client)
  const keys = await readKeys(client)
  const tables = [...new Set(columns.map((column) => column.table))]
  const models = tables.map((table) =>
    model(
      table,
      columns.filter((column) => column.table === table),
      keys.filter((key) => key.table === table),
    ),
  )
  return [header, ...models].join('\n')
}

function model(table: string, columns: Column[], keys: Key[]): string {
  const lines = columns.map(field)
  const blocks = keys.map(({ primary, name, columns }) => {
    const fields = columns.map(camelCase).join(', ')
    return `  ${primary ? '@@id' : '@@unique'}([${fields}], map: "${name}")`
  })
  const name = camelCase(`_${table}`)
  return `model ${name} {\n${[...lines, '', ...blocks, `  @@map("${table}")`].join('\n')}\n}\n`
}

function field({ table, column, type, required }: Column): string {
  const list = type.startsWith('_')
  const [scalar, ...attributes] = types[list ? type.slice(1) : type]?.split(' ') ?? []
  if (!scalar) throw new Error(`No Prisma type for ${table}.${column}: ${type}`)
  const name = camelCase(column)
  const map = name === column ? [] : [`@map("${column}")`]
  return `  ${[name, scalar + (list ? '[]' : required ? '' : '?'), ...attributes, ...map].join(' ')}`
}

function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

async function readColumns(client: pg.Client): Promise<Column[]> {
  const { rows } = await client.query<Column>(
    `select t.relname as table, a.attname as column, y.typname as type, a.attnotnull as required
     from pg_attribute a
     join pg_class t on t.oid = a.attrelid and t.relkind in ('r', 'p') and not t.relispartition
     join pg_type y on y.oid = a.atttypid
     where t.relnamespace = 'public'::regnamespace and t.relname <> '_prisma_migrations'
       and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     order by t.relname collate "C", a.attnum`,
  )
  return rows
}

async function readKeys(client: pg.Client): Promise<Key[]> {
  const { rows } = await client.query<Key>(
    `select t.relname as table, c.conname as name, c.contype = 'p' as primary,
       array(select a.attname::text from unnest(c.conkey) with ordinality k (number, position)
             join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.number
             order by k.position) as columns
     from pg_constraint c join pg_class t on t.oid = c.conrelid
     where c.contype in ('p', 'u') and t.relnamespace = 'public'::regnamespace
     order by c.contype, c.conname collate "C"`,
  )
  return rows
}
