import { describe, expect, test } from 'vitest'
import { day } from '../../src/domain/calendar-date.ts'
import { lookUpLetter } from '../../src/domain/documents/look-up-letter.ts'
import { accessTo, keyStateAt, orderFaults } from '../../src/domain/partner-key.ts'
import { issued } from '../support/check-builders.ts'

describe('what a key needs', () => {
  test.each([
    ['GET', '/v1/verify', 'lookups'],
    ['POST', '/v1/verify/batch', 'lookups'],
    ['GET', '/v1/checks-of-others', 'lookups'],
    ['POST', '/v1/checks', 'checks'],
    ['GET', '/v1/checks/7Q4N', 'checks'],
    ['GET', '/v1/receipts/7Q4N', 'checks'],
    ['POST', '/v1/issued-documents', 'issued_documents'],
    ['POST', '/v1/issued-documents/isd_1/withdrawal', 'issued_documents'],
    ['GET', '/v1/issued-documents/family_permission/1', 'lookups'],
    ['GET', '/v1/usage', 'usage'],
    ['GET', '/v1/admin/keys', 'other'],
    ['GET', '/konsol', 'other'],
    ['GET', '/', 'lookups'],
  ])('%s %s is of the class %s', (method, path, routeClass) => {
    expect(accessTo(method, path).routeClass).toBe(routeClass)
  })

  test('no scope opens the administration', () => {
    expect(accessTo('GET', '/v1/admin/people').scopes).toEqual([])
  })
})

describe('the state of a key', () => {
  const expiresAt = new Date('2026-11-24T00:00:00Z')
  test.each([
    ['live', '2026-11-23T23:59:59Z', null, 'a second before its end'],
    ['expired', '2026-11-24T00:00:00Z', null, 'at its end'],
    ['revoked', '2026-11-01T00:00:00Z', '2026-10-01T00:00:00Z', 'revoked before its end'],
    ['revoked', '2026-12-01T00:00:00Z', '2026-10-01T00:00:00Z', 'revoked, and over'],
  ])('is %s on %s', (state, at, revokedAt, _why) => {
    const revoked = revokedAt === null ? null : new Date(revokedAt)
    expect(keyStateAt(new Date(at), { expiresAt, revokedAt: revoked })).toBe(state)
  })
})

describe('an order for a key', () => {
  const place = { country: 'ID', region: '32.12' }
  type Case = [string, Parameters<typeof orderFaults>[0], string[]]
  test.each<Case>([
    ['of one scope', { partner: 'Mitra', scopes: ['verify'], place: null }, []],
    ['of letters', { partner: 'Desa (2)', scopes: ['issued_documents'], place }, []],
    ['of a device', { partner: 'Kios', scopes: ['device'], place: null }, []],
    ['of nobody', { partner: '', scopes: ['verify'], place: null }, ['partner']],
    ['of nothing', { partner: 'Mitra', scopes: [], place: null }, ['scopes']],
    [
      'of a device that checks besides',
      { partner: 'Kios', scopes: ['checks', 'device'], place: null },
      ['scopes'],
    ],
    [
      'of letters of nowhere',
      { partner: 'D', scopes: ['issued_documents'], place: null },
      ['place'],
    ],
    ['of a place for lookups', { partner: 'D', scopes: ['verify'], place }, ['place']],
    ...['', 'I', 'IDX', 'id', '1D'].map(
      (country): Case => [
        `of letters of the country "${country}"`,
        { partner: 'D', scopes: ['issued_documents'], place: { country, region: '32.12' } },
        ['place'],
      ],
    ),
  ])('%s', (_what, order, fields) => {
    expect(orderFaults(order).map(({ field }) => field)).toEqual(fields)
  })
})

describe('a letter in hand', () => {
  const rows = [
    issued('470/12'),
    issued('470/12', { issuerRegion: '32.12.05.2009', withdrawnOn: day('2026-11-01') }),
    issued('470/12', { issuedOn: day('2025-01-01'), withdrawnOn: day('2025-02-01') }),
  ]
  const tables = { issuedDocuments: () => rows }
  test.each([
    ['recorded', '32.12.05.2001', '2026', 'in its office and year'],
    ['recorded', '3212052001', '2026', 'however the code is written'],
    ['withdrawn', '32.12.05.2009', '2026', 'its office took it back'],
    ['withdrawn', '32.12.05.2001', '2025', 'the one of last year'],
    ['not_recorded', '32.12.05', '2026', 'the district is another office'],
    ['not_recorded', '32.12.05.2001', '2024', 'no such year'],
  ])('is %s for %s in %s', (state, region, year, _why) => {
    const asked = { type: 'family_permission' as const, number: '470/12', region, year }
    expect(lookUpLetter(tables, asked).state).toBe(state)
  })
})
