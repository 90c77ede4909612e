import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import postgres from 'postgres'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import {
  type DatabaseUrls,
  SERVICE_LOGIN,
  startEmbeddedDatabase,
} from '../../src/store/embedded-database.ts'
import { migrate } from '../../src/store/migrate.ts'

/** The role to which the migrations grant what the service may do. */
const SERVICE_ROLE = 'pastikan_service'

type TemplateServer = DatabaseUrls & { template: string }

declare module 'vitest' {
  interface ProvidedContext {
    templateServer: TemplateServer
  }
}

export type TestDatabase = DatabaseUrls & { drop(): Promise<void> }

/** A private copy of the migrated database, on the one server of this test run. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { template, ownerUrl, serviceUrl } = inject('templateServer')
  const name = `test_${randomBytes(8).toString('hex')}`
  await asOwner(ownerUrl, (sql) => sql.unsafe(`create database ${name} template ${template}`))
  return {
    ownerUrl: withDatabase(ownerUrl, name),
    serviceUrl: withDatabase(serviceUrl, name),
    drop: () =>
      asOwner(ownerUrl, (sql) => sql.unsafe(`drop database if exists ${name} with (force)`)),
  }
}

/**
 * Before all tests: a server, and on it a migrated template. The server is an embedded one in a
 * temporary folder, or the one that TEST_DATABASE_URL names, as a superuser.
 */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  const external = process.env.TEST_DATABASE_URL
  const server = external ? await prepareExternal(external) : await startTemporary()
  const template = `pastikan_template_${randomBytes(4).toString('hex')}`
  try {
    await asOwner(server.ownerUrl, (sql) => sql.unsafe(`create database ${template}`))
    await migrate(withDatabase(server.ownerUrl, template))
    await asOwner(server.ownerUrl, (sql) => sql.unsafe(`grant ${SERVICE_ROLE} to ${server.login}`))
  } catch (error) {
    await server.end(template)
    throw error
  }
  provide('templateServer', {
    template,
    ownerUrl: server.ownerUrl,
    serviceUrl: server.serviceUrl,
  })
  return () => server.end(template)
}

type Server = DatabaseUrls & { login: string; end(template: string): Promise<void> }

async function startTemporary(): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'pastikan-test-'))
  // As root the server runs as another user, who has to pass through.
  chmodSync(folder, 0o711)
  const lines: string[] = []
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    const database = await startEmbeddedDatabase({
      dataDir: folder,
      defaultDataDir: folder,
      log: (line) => lines.push(line),
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' },
    })
    return {
      ...database,
      login: SERVICE_LOGIN,
      end: () => database.stop().finally(remove),
    }
  } catch (error) {
    remove()
    throw error
  }
}

async function prepareExternal(ownerUrl: string): Promise<Server> {
  const password = randomBytes(16).toString('hex')
  const login = `pastikan_test_${randomBytes(4).toString('hex')}`
  await asOwner(ownerUrl, (sql) => sql.unsafe(`create role ${login} login password '${password}'`))
  const serviceUrl = new URL(ownerUrl)
  serviceUrl.username = login
  serviceUrl.password = password
  return {
    ownerUrl,
    serviceUrl: serviceUrl.href,
    login,
    async end(template) {
      await asOwner(ownerUrl, async (sql) => {
        await sql.unsafe(`drop database if exists ${template} with (force)`)
        await sql.unsafe(`drop role if exists ${login}`)
      })
    },
  }
}

async function asOwner(url: string, act: (sql: postgres.Sql) => PromiseLike<unknown>) {
  const sql = postgres(url, { max: 1, onnotice: () => {} })
  try {
    await act(sql)
  } finally {
    await sql.end()
  }
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}
