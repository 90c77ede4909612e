import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { clientAddress } from '../../src/http/client-address.ts'

const { trustedProxies } = readConfig({ TRUSTED_PROXIES: '10.0.0.0/8, fd00::/8' })
const { trustedProxies: nobody } = readConfig({})

describe('R49: the address that a request is counted against', () => {
  test.each<[string | undefined, string | undefined, string, string]>([
    ['198.51.100.7', undefined, '198.51.100.7', 'no proxy'],
    ['198.51.100.7', '203.0.113.9', '198.51.100.7', 'a caller who writes the header itself'],
    ['10.0.0.1', '203.0.113.9', '203.0.113.9', 'behind a proxy'],
    ['10.0.0.1', '1.1.1.1, 203.0.113.9', '203.0.113.9', 'a hop that the caller put in front'],
    ['10.0.0.1', '203.0.113.9, 10.0.0.2', '203.0.113.9', 'two proxies'],
    ['10.0.0.1', undefined, '10.0.0.1', 'the proxy itself asks'],
    ['10.0.0.1', '10.0.0.3, 10.0.0.2', '10.0.0.3', 'everyone is trusted'],
    ['10.0.0.1', '203.0.113.9, nonsense', '10.0.0.1', 'a hop that is no address'],
    ['10.0.0.1', '203.0.113.9:4711', '203.0.113.9', 'a port'],
    ['::ffff:198.51.100.7', undefined, '198.51.100.7', 'IPv4 written as IPv6'],
    ['::ffff:10.0.0.1', '203.0.113.9', '203.0.113.9', 'a proxy written as IPv6'],
    ['10.0.0.1', '::FFFF:cb00:7109', '203.0.113.9', 'IPv4 written as IPv6 in hexadecimal'],
    ['2001:db8:1:2:3:4:5:6', undefined, '2001:db8:1:2::/64', 'a subscriber holds a /64'],
    ['2001:DB8:1:2::9', undefined, '2001:db8:1:2::/64', 'the same subscriber'],
    ['2001:db8::1', undefined, '2001:db8:0:0::/64', 'zeros left out'],
    ['fd00::1', '[2001:db8:1:2::9]:443', '2001:db8:1:2::/64', 'brackets and a port'],
    ['fe80::1%eth0', undefined, 'fe80:0:0:0::/64', 'a zone'],
    [undefined, undefined, 'unknown', 'a socket that is gone'],
  ])('%s with X-Forwarded-For %s is %s: %s', (peer, forwardedFor, expected, _reason) => {
    expect(clientAddress(peer, forwardedFor, trustedProxies)).toBe(expected)
  })

  test('is the peer when no proxy is trusted', () => {
    expect(clientAddress('127.0.0.1', '203.0.113.9', nobody)).toBe('127.0.0.1')
  })
})
