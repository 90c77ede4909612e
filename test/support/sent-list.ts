import { setTimeout as pause } from 'node:timers/promises'
import { sourceRecorded } from '../../src/domain/change.ts'
import { findImport, type KeptImport } from '../../src/store/list-imports.ts'
import type { TestService } from './test-service.ts'

export const LIST_SOURCE = 'src_rekaan_impor'
export const LIST_HEADER = 'Nama Perusahaan;No. Izin;Telepon;Berlaku sampai'
export const BAHARI = 'PT Rekaan Bahari Sentosa;9120000000011;021-5550101;2029-12-31'
export const MUTIARA = 'PT Khayalan Mutiara Timur;9120000000028;021-5550102;2029-12-31'
export const LEMBAH = 'PT Umpama Lembah Hijau;9120000000035;021-5550103;2029-12-31'

/** A list as an office saves it from its spreadsheet. */
export function listOf(...rows: string[]): string {
  return `${[LIST_HEADER, ...rows].join('\r\n')}\r\n`
}

/** An invented authority whose lists nothing has listed yet. */
export function recordListSource(service: Pick<TestService, 'record'>) {
  return service.record(
    sourceRecorded({
      id: LIST_SOURCE,
      publisher: 'Kantor Rekaan',
      title: 'Daftar rekaan',
      kind: 'authority_list',
      freshForDays: 30,
      demonstration: true,
    }),
  )
}

/** The import once nothing works on it any more. */
export async function settledImport(
  { database }: Pick<TestService, 'database'>,
  id: string,
): Promise<KeptImport> {
  for (;;) {
    const kept = await findImport(database, id)
    if (kept !== undefined && kept.progress === null) return kept
    await pause(50)
  }
}
