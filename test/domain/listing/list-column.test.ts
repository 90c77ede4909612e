import { describe, expect, test } from 'vitest'
import { readHeader } from '../../../src/domain/listing/list-column.ts'

describe('the header of a list', () => {
  const headers: [string[], Record<string, number>, string][] = [
    [
      ['register_id', 'name', 'licence_no'],
      { registerId: 0, name: 1, licence: 2 },
      'a copy in English',
    ],
    [
      ['NO', 'NAMA P3MI', 'NO. SIP3MI'],
      { name: 1, licence: 2 },
      'a running number is no identifier',
    ],
    [['Nama Perusahaan', 'NIB', 'No. Izin'], { name: 0, nib: 1, licence: 2 }, 'both numbers'],
    [['Nama', 'Kab/Kota', 'Provinsi'], { name: 0, city: 1, province: 2 }, 'where it is'],
    [
      ['Nama', 'Berlaku s/d', 'No. Telp.'],
      { name: 0, validUntil: 1, phone: 2 },
      'punctuation is nothing',
    ],
    [['Nama', 'Nama Perusahaan'], { name: 1 }, 'the plainer heading gives way'],
    [['Nama Direktur', 'Perusahaan'], { name: 1 }, 'the name of a person is not taken'],
  ]

  test.each(headers)('%j has %j', (headings, positions, _reason) => {
    expect(readHeader(headings)).toMatchObject({ found: true, positions })
  })

  test('takes the headings chosen by hand before the known ones', () => {
    const header = readHeader(['Nama', 'Merek', 'NIB'], { name: 'merek', licence: 'NIB' })
    expect(header).toEqual({ found: true, positions: { name: 1, licence: 2 }, unused: ['Nama'] })
  })

  test('says which heading chosen by hand is not there, or there twice', () => {
    expect(readHeader(['Nama'], { licence: 'SK' })).toMatchObject({
      reason: 'no_such_heading',
      wanted: 'SK',
    })
    expect(readHeader(['Nama', 'SK', 'sk'], { licence: 'SK' })).toMatchObject({
      reason: 'heading_twice',
    })
  })

  test('is none without a column for the name', () => {
    expect(readHeader(['No', 'Alamat'])).toEqual({ found: false, reason: 'no_name_column' })
  })
})
