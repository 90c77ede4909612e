import type { Bilingual } from '../../domain/bilingual.ts'
import { regionName } from '../../domain/regions/region.ts'
import type { AssistanceOffice } from '../../domain/rule-tables/rows.ts'
import { VOCABULARY } from '../../domain/vocabulary.ts'
import { countryColumn, dayColumn, textColumn, wordColumn } from './rule-columns.ts'
import type { RuleTable } from './rule-table.ts'

const OFFICE_KIND = {
  hotline: { id: 'saluran telepon', en: 'hotline' },
  labour_office: { id: 'dinas tenaga kerja', en: 'labour office' },
  bp3mi: { id: 'BP3MI', en: 'BP3MI' },
  mission: { id: 'perwakilan RI', en: 'mission abroad' },
  civil_registry: { id: 'Dukcapil', en: 'civil registry' },
} as const satisfies Record<AssistanceOffice['kind'], Bilingual>

/** Whom a mission warns of, and whom to ask. */
export const CONTACT_TABLES = [
  {
    slug: 'mitra',
    title: {
      id: 'Mitra yang diperingatkan perwakilan',
      en: 'Foreign partners that a mission warns of',
    },
    rows: 'foreignPartners',
    columns: (context) => {
      const { say } = context.frame
      return [
        textColumn('name', say('Nama', 'Name'), ({ name }) => name),
        countryColumn(context, ({ country }) => country),
        wordColumn(
          context,
          'effect',
          say('Akibat', 'Effect'),
          VOCABULARY.effect,
          ({ listedEffect }) => listedEffect,
          '',
        ),
      ]
    },
  } satisfies RuleTable<'foreignPartners'>,
  {
    slug: 'kantor',
    title: { id: 'Kantor untuk bertanya', en: 'Offices to ask' },
    rows: 'offices',
    columns: (context) => {
      const { frame } = context
      const { say } = frame
      return [
        textColumn('name', say('Nama', 'Name'), ({ name }) => frame.pick(name)),
        wordColumn(context, 'kind', say('Jenis', 'Kind'), OFFICE_KIND, ({ kind }) => kind, ''),
        textColumn('contact', say('Kontak', 'Contact'), ({ contact }) => contact),
        textColumn(
          'region',
          say('Wilayah', 'Region'),
          ({ regionCode }) => regionName('ID', regionCode) ?? regionCode,
        ),
        dayColumn(
          context,
          'verified',
          say('Kontak dicoba', 'Contact tried'),
          ({ verifiedOn }) => verifiedOn,
        ),
      ]
    },
  } satisfies RuleTable<'offices'>,
] as const
