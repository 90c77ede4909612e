import { describe, expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

function refusalOf(environment: Record<string, string>): string {
  try {
    readConfig(environment)
  } catch (error) {
    return (error as Error).message
  }
  return 'accepted'
}

describe('the configuration', () => {
  test('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      databaseUrl: undefined,
      seed: 'demonstration',
      timeZone: 'Asia/Jakarta',
      country: 'ID',
    })
  })

  test.each<[Record<string, string>, string]>([
    [{}, 'pastikan.local/registry'],
    [{ PUBLIC_URL: 'https://pastikan.example' }, 'pastikan.example/v1/log'],
    [{ PUBLIC_URL: 'http://localhost:3000' }, 'localhost:3000/v1/log'],
    [{ PUBLIC_URL: 'https://pastikan.example', LOG_ORIGIN: 'log.example' }, 'log.example'],
  ])('%j names the log %s', (environment, origin) => {
    expect(readConfig(environment).logOrigin).toBe(origin)
  })

  test.each<[Record<string, string>, string, string]>([
    [{}, 'demonstration', 'the embedded database'],
    [{ DATABASE_URL: 'postgresql://u@h/d' }, 'none', 'a server'],
    [{ DATABASE_URL: 'postgresql://u@h/d', SEED: 'demonstration' }, 'demonstration', 'asked for'],
    [{ SEED: 'none' }, 'none', 'asked for'],
    [{ SEED: '' }, 'demonstration', 'an empty variable counts as unset'],
  ])('%j seeds %s: %s', (environment, seed, _reason) => {
    expect(readConfig(environment).seed).toBe(seed)
  })

  test.each([
    ['LOG_ORIGIN', 'my log', 'a space'],
    ['LOG_ORIGIN', 'log+b', 'a plus sign'],
    ['PORT', '80a', 'not a number'],
    ['PORT', '65536', 'above the last port'],
    ['PORT', '-1', 'below the first'],
    ['PORT', '3000.5', 'not whole'],
    ['HOST', 'a b', 'not one name'],
    ['SEED', 'real', 'not a seed'],
    ['TIME_ZONE', 'Asia/Indramayu', 'no such zone'],
    ['COUNTRY', 'Indonesia', 'not a code'],
    ['PUBLIC_URL', 'https://a.example/path', 'has a path'],
    ['PUBLIC_URL', 'ftp://a.example', 'not for a browser'],
    ['TRUSTED_PROXIES', '10.0.0.0/33', 'no such block'],
    ['TRUSTED_PROXIES', 'proxy.example', 'a name, which an attacker may come to hold'],
    ['RATE_LIMIT_PER_MINUTE', 'many', 'not a number'],
    ['MAX_IN_FLIGHT', '0', 'nothing would be answered'],
    ['LOG_LEVEL', 'loud', 'no such level'],
  ])('refuses %s=%s (%s) in one line that says what to give', (name, value) => {
    const message = refusalOf({ [name]: value })
    expect(message).toMatch(
      new RegExp(`^${name}=.*${value.slice(0, 3)}.* is not usable: give .+\\.$`),
    )
  })

  test.each(['postgres://me:s3cret@/x y', 'mysql://me:s3cret@host/db', 's3cret', 'postgres://h'])(
    'never shows a database address, as %s',
    (url) => {
      const message = refusalOf({ DATABASE_URL: url })
      expect(message).toMatch(/^DATABASE_URL is not usable/)
      expect(message).not.toContain('s3cret')
    },
  )

  test('names every wrong value at once', () => {
    expect(refusalOf({ PORT: 'x', COUNTRY: 'x' }).split('\n')).toHaveLength(2)
  })

  test('refuses an owner of a database that is not given', () => {
    expect(refusalOf({ DATABASE_OWNER_URL: 'postgresql://o@h/d' })).toMatch(/without DATABASE_URL/)
  })

  test('ignores variables that are not ours', () => {
    expect(refusalOf({ PATH: '/bin', PORTS: 'x' })).toBe('accepted')
  })
})
