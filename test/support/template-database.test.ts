import postgres from 'postgres'
import { describe, expect, test } from 'vitest'
import { createTestDatabase } from './template-database.ts'

describe('a test database', () => {
  test('is private: what one holds, another does not, nor the template', async () => {
    const first = await createTestDatabase()
    const sql = postgres(first.ownerUrl, { max: 1 })
    await sql`create table only_here (n int)`
    await sql.end()
    const second = await createTestDatabase()
    const other = postgres(second.ownerUrl, { max: 1 })

    expect(await other`select to_regclass('only_here') as found`).toMatchObject([{ found: null }])

    await other.end()
    await Promise.all([first.drop(), second.drop()])
  })

  test('lets the service do what the migrations grant it, and no more', async () => {
    const database = await createTestDatabase()
    const sql = postgres(database.serviceUrl, { max: 1 })

    expect(
      await sql`select pg_has_role(current_user, 'pastikan_service', 'usage') as is_member,
        (select rolsuper from pg_roles where rolname = current_user) as is_superuser`,
    ).toMatchObject([{ is_member: true, is_superuser: false }])

    await sql.end()
    await database.drop()
  })

  test('is gone once dropped, even while a connection is open', async () => {
    const database = await createTestDatabase()
    const sql = postgres(database.serviceUrl, { max: 1, connect_timeout: 2 })
    await sql`select 1`

    await database.drop()

    await expect(sql`select 1`).rejects.toThrow()
    await sql.end({ timeout: 0 })
  })
})
