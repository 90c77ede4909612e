import type { AgencyThen } from '../../actions/agency-then.ts'
import { holdsOn } from '../../domain/fact.ts'
import { regionName } from '../../domain/regions/region.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import type { Frame } from '../frame.ts'
import { sanctionInWords } from '../licence-section.tsx'
import { mergesInWords } from '../merged-records.tsx'
import { verdictInWords } from '../verdict-words.ts'
import type { Moment } from './moment.tsx'

/** One thing that is told of an agency, with everything that held of it, in words. */
export interface SaidField {
  readonly field: string
  readonly values: readonly string[]
}

/** An agency at a moment, field by field; every field is there at every moment, in the same order. */
export function agencyInWords(
  frame: Frame,
  { opened, seen, answer }: AgencyThen,
  { on }: Pick<Moment, 'on'>,
): readonly SaidField[] {
  const { say } = frame
  const agency = seen?.agency
  const holding = <T extends Parameters<typeof holdsOn>[0]>(facts: readonly T[] | undefined) =>
    (facts ?? []).filter((fact) => holdsOn(fact, on))
  const one = (text: string | null | undefined) => (text == null ? [] : [text])
  const { state, confirmation } = seen ?? {}
  return [
    {
      field: say('Jawaban cek cepat', 'Answer of the quick check'),
      values: one(answer && verdictInWords(frame, answer.verdict, answer.covers)),
    },
    {
      field: say('Keadaan izin', 'Licence'),
      values: one(state && frame.pick(VOCABULARY.status[state.status])),
    },
    { field: say('Nama terdaftar', 'Registered name'), values: one(seen?.name) },
    {
      field: say('Nama lain', 'Other names'),
      values: holding(agency?.names)
        .filter(({ name }) => name !== seen?.name)
        .map(({ name, kind }) => `${name} (${frame.pick(VOCABULARY.name_kind[kind])})`),
    },
    {
      field: say('Catatan yang digabungkan', 'Merged records'),
      values: agency === undefined ? [] : mergesInWords(frame, agency, opened),
    },
    { field: say('Nomor izin', 'Licence number'), values: one(seen?.number?.printed) },
    {
      field: say('Berlaku sampai', 'Valid until'),
      values: one(state?.validUntil && frame.day(state.validUntil)),
    },
    {
      field: say('Sanksi yang berlaku', 'Sanctions in force'),
      values: (state?.sanctions ?? []).map((sanction) => sanctionInWords(frame, sanction)),
    },
    {
      field: say('Terakhir terbukti', 'Last confirmed'),
      values: one(
        confirmation?.confirmedOn &&
          `${frame.day(confirmation.confirmedOn)}, ${confirmation.source?.title}`,
      ),
    },
    {
      field: say('Kesegaran bukti itu', 'That confirmation is'),
      values: one(
        confirmation?.source &&
          (confirmation.isFresh
            ? say('masih segar', 'still fresh')
            : say('sudah lama', 'grown old')),
      ),
    },
    {
      field: say('Hilang dari daftar', 'Gone from a list'),
      values: one(
        confirmation?.missing &&
          `${confirmation.missing.source.title}, ${say('sejak', 'since')} ${frame.day(confirmation.missing.since)}`,
      ),
    },
    {
      field: say('Nomor pengenal', 'Identifiers'),
      values: holding(agency?.identifiers).map(({ printed }) => printed),
    },
    {
      field: say('Kontak', 'Contacts'),
      values: holding(agency?.contacts).map(
        ({ kind, value }) => `${frame.pick(VOCABULARY.contact_kind[kind])} ${value}`,
      ),
    },
    {
      field: say('Kantor cabang', 'Branch offices'),
      values: holding(agency?.branches).map(
        ({ name, regionCode }) =>
          `${name ?? '–'}, ${regionName(agency?.country ?? '', regionCode) ?? regionCode}`,
      ),
    },
    {
      field: say('Negara tujuan', 'Destinations'),
      values: holding(agency?.destinations).map(({ destination, scheme }) =>
        scheme === null ? frame.country(destination) : `${frame.country(destination)} (${scheme})`,
      ),
    },
    {
      field: say('Petugas lapangan', 'Field officers'),
      values: seen === undefined ? [] : [String(holding(agency?.representatives).length)],
    },
  ]
}

/** A field of which something came, went, or both. */
export interface SaidDifference {
  readonly field: string
  readonly gone: readonly string[]
  readonly come: readonly string[]
}

export function differencesBetween(
  before: readonly SaidField[],
  after: readonly SaidField[],
): SaidDifference[] {
  return before
    .map(({ field, values }, at) => {
      const later = after[at]?.values ?? []
      return {
        field,
        gone: values.filter((value) => !later.includes(value)),
        come: later.filter((value) => !values.includes(value)),
      }
    })
    .filter(({ gone, come }) => gone.length + come.length > 0)
}
