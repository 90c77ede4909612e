import { editionRecorded, sourceRecorded } from '../change.ts'
import { SOURCE_KINDS } from '../source.ts'
import { factKind } from './fact-kind.ts'
import { formed, integer, onDay, optional, text, word } from './field.ts'
import { commonFaults, SOURCE_ID } from './shared-fields.ts'

const URL = formed(['Alamat halaman', 'Address of the page'], /^https?:\/\/[^\s]{3,190}$/)

/** Invented data comes from the demonstration's seeds alone. */
const RECORDED_SOURCES = SOURCE_KINDS.filter((kind) => kind !== 'demonstration')

export const SOURCE_FACTS = [
  factKind({
    kind: 'sources',
    path: 'sources',
    title: { id: 'Sumber baru', en: 'New source' },
    makesSubject: true,
    fields: {
      publisher: text(['Penerbit', 'Publisher'], 200),
      title: text(['Judul', 'Title'], 300),
      kind: word(['Jenis', 'Kind'], RECORDED_SOURCES),
      instrument: optional(text(['Nomor keputusan', 'Number of the instrument'], 300)),
      issued_on: optional(onDay(['Tanggal terbit', 'Issued on'])),
      url: optional(URL),
      fresh_for_days: integer(['Dianggap baru selama (hari)', 'Fresh for (days)'], 1, 36_500, [
        'Daftar yang diperbarui tiap bulan: 30. Keputusan yang berdiri sendiri: lebih lama.',
        'A list renewed every month: 30. A decree that stands alone: longer.',
      ]),
    },
    draft: (body, desk) => ({
      place: { country: desk.country, region: null },
      changes: [
        sourceRecorded({
          id: desk.newId('src'),
          publisher: body.publisher,
          title: body.title,
          kind: body.kind,
          instrument: body.instrument,
          issuedOn: body.issued_on,
          url: body.url,
          freshForDays: body.fresh_for_days,
          demonstration: false,
        }),
      ],
    }),
  }),
  factKind({
    kind: 'source_editions',
    path: 'source-editions',
    title: { id: 'Salinan baru suatu sumber', en: 'New copy of a source' },
    fields: {
      source_id: SOURCE_ID,
      as_of: onDay(['Keadaan per tanggal', 'As of']),
      retrieved_on: onDay(['Diambil pada', 'Retrieved on']),
      rows: optional(integer(['Jumlah baris', 'Rows'], 0, 10_000_000)),
      sha256: optional(formed(['SHA-256 berkas', 'SHA-256 of the file'], /^[0-9a-f]{64}$/)),
    },
    draft(body, desk) {
      const faults = commonFaults(body, { from: { field: 'as_of', day: body.as_of } }, desk)
      if (body.retrieved_on > desk.today) {
        faults.push({
          field: 'retrieved_on',
          says: { id: 'Belum terjadi.', en: 'That is yet to come.' },
        })
      }
      if (faults.length > 0) return faults
      return {
        place: { country: desk.country, region: null },
        changes: [
          editionRecorded({
            sourceId: body.source_id,
            asOf: body.as_of,
            retrievedOn: body.retrieved_on,
            rows: body.rows,
            sha256: body.sha256,
          }),
        ],
      }
    },
  }),
] as const
