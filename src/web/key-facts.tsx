import type { Bilingual } from '../domain/bilingual.ts'
import { type KeyScope, kindOfKey, type PartnerKey } from '../domain/partner-key.ts'
import type { Frame } from './frame.ts'

/** What a key may do, in words. */
export const SCOPE_WORDS: Readonly<Record<KeyScope, Bilingual>> = {
  checks: { id: 'pemeriksaan lengkap', en: 'full checks' },
  device: { id: 'kios: pencarian dan pemeriksaan', en: 'kiosk: lookups and checks' },
  issued_documents: { id: 'mencatat surat', en: 'recording letters' },
  verify: { id: 'pencarian', en: 'lookups' },
}

/** What a key is, for who holds it. */
export function KeyFacts({
  frame,
  kept: key,
}: {
  readonly frame: Frame
  readonly kept: PartnerKey & { readonly lastUsedAt: Date | null }
}) {
  const { say } = frame
  const place = key.place && (key.place.region ?? key.place.country)
  return (
    <section class="card">
      <dl>
        <dt>{say('Pemegang', 'Holder')}</dt>
        <dd>
          {key.partner} ·{' '}
          {kindOfKey(key) === 'device' ? say('perangkat', 'device') : say('mitra', 'partner')}
          {key.isTest && <> · {say('kunci uji', 'test key')}</>}
        </dd>
        <dt>{say('Id kunci', 'Id of the key')}</dt>
        <dd>
          <code>{key.id}</code>
        </dd>
        <dt>{say('Boleh', 'May')}</dt>
        <dd>{key.scopes.map((scope) => frame.pick(SCOPE_WORDS[scope])).join(', ')}</dd>
        {place && (
          <>
            <dt>{say('Wilayah', 'Place')}</dt>
            <dd>{place}</dd>
          </>
        )}
        <dt>{say('Kuota', 'Quota')}</dt>
        <dd>{say(`${key.quotaPerMinute} semenit`, `${key.quotaPerMinute} a minute`)}</dd>
        <dt>{say('Berlaku sampai', 'Valid until')}</dt>
        <dd>{frame.instant(key.expiresAt)}</dd>
        <dt>{say('Terakhir dipakai', 'Last used')}</dt>
        <dd>
          {key.lastUsedAt === null ? say('belum pernah', 'never') : frame.instant(key.lastUsedAt)}
        </dd>
      </dl>
    </section>
  )
}
