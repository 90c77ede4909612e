/** A licence number as the number reader understands it. */
export type ReadNumber = {
  asWritten: string
  schema: string
  /** Lossless normal form: two numbers are the same only when these are equal. */
  normalised: string
  nib?: string
  serial?: string
}

export type NamedAgency = { agencyId: string; outcome: string; name: string }

/** What the comparing of lists needs of the matcher; it holds no matching of its own. */
export type Matching = {
  readLicenceNumber(text: string, country: string): ReadNumber | undefined
  /** Two names with the same key are the same name (legal form, case and punctuation apart). */
  nameKey(name: string, country: string): string
  /** Looks a name up among the register's names, best first. Asked for few rows only. */
  findByName(name: string): readonly NamedAgency[]
}

/**
 * One key for every way of writing one licence family: a NIB, and the NIB with a permit serial, are
 * the same holder's. Any other number is only equal to itself.
 */
export function numberKey(number: { normalised: string; nib?: string | undefined }): string {
  return number.nib === undefined ? `n:${number.normalised}` : `nib:${number.nib}`
}

/** The key of a number read: the first 13 digits of a malformed number prove no family. */
export function keyOfNumberRead(read: ReadNumber): string {
  const isFamily = read.schema === 'nib' || read.schema === 'nib_serial'
  return numberKey({ normalised: read.normalised, nib: isFamily ? read.nib : undefined })
}
