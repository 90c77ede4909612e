import { readFileSync } from 'node:fs'
import { Hono } from 'hono'
import { type Packed, packed, sendPacked } from '../packed.ts'
import type { RequestEnv } from '../request-context.ts'

/** What each asset is made of, in this order: one file on the wire costs one round trip. */
const PARTS = {
  'pastikan.css': {
    type: 'text/css; charset=utf-8',
    of: [
      'base.css',
      'answer.css',
      'steps.css',
      'receipt.css',
      'keys.css',
      'console.css',
      'print.css',
    ],
  },
  'print.js': { type: 'text/javascript; charset=utf-8', of: ['print.js'] },
  'invitation.js': { type: 'text/javascript; charset=utf-8', of: ['invitation.js'] },
  'passkey.js': { type: 'text/javascript; charset=utf-8', of: ['passkey.js'] },
  'console.js': { type: 'text/javascript; charset=utf-8', of: ['console.js'] },
  'scanned.js': { type: 'text/javascript; charset=utf-8', of: ['scanned.js'] },
  'suggest.js': { type: 'text/javascript; charset=utf-8', of: ['suggest.js'] },
  'icon.svg': { type: 'image/svg+xml', of: ['icon.svg'] },
} as const

type AssetName = keyof typeof PARTS

interface Asset {
  readonly bytes: Packed
  readonly type: string
}

const NAMES = Object.keys(PARTS) as AssetName[]

const ASSETS = Object.fromEntries(
  NAMES.map((name) => [
    name,
    {
      bytes: packed(
        Buffer.concat(
          PARTS[name].of.map((file) => readFileSync(new URL(`./assets/${file}`, import.meta.url))),
        ),
      ),
      type: PARTS[name].type,
    },
  ]),
) as Record<AssetName, Asset>

/** Where each asset is served. The address changes with the content, so that it may be kept. */
export const ASSET_ADDRESS = Object.fromEntries(
  NAMES.map((name) => [name, `/assets/${hashOf(ASSETS[name])}-${name}`]),
) as Record<AssetName, string>

export function assetRoutes() {
  const byAddress = new Map(NAMES.map((name) => [ASSET_ADDRESS[name], ASSETS[name]]))
  return new Hono<RequestEnv>().get('/assets/:asset', (c, next) => {
    const asset = byAddress.get(c.req.path)
    if (asset === undefined) return next()
    return sendPacked(c, asset.bytes, asset.type, 'public, max-age=31536000, immutable')
  })
}

function hashOf({ bytes }: Asset): string {
  return bytes.tag.slice(3, 13).replaceAll(/[^A-Za-z0-9]/g, '0')
}
