const AMOUNT = /^(?:rp\.?|idr)?\s*([\d.,\s]*\d)\s*(juta|jt|ribu|rb)?$/i
const GROUPED = /^\d{1,3}(?:([.,\s])\d{3})(?:\1\d{3})*(?:[.,]\d{1,2})?$/
const PLAIN = /^\d+(?:[.,]\d{1,2})?$/
const TIMES: Readonly<Record<string, number>> = {
  juta: 1_000_000,
  jt: 1_000_000,
  ribu: 1_000,
  rb: 1_000,
}

/** A sum as people write it: 1.500.000 or 1,500,000 or Rp 1,5 juta. Undefined for what is none. */
export function readTypedAmount(text: string): number | undefined {
  const [, digits = '', word = ''] = AMOUNT.exec(text.normalize('NFKC').trim()) ?? []
  if (!GROUPED.test(digits) && !PLAIN.test(digits)) return undefined
  const [, whole = '', fraction = ''] = /^(.*?)(?:[.,](\d{1,2}))?$/.exec(digits) ?? []
  const amount = Number(`${whole.replace(/\D/g, '')}.${fraction || '0'}`)
  return Math.round(amount * (TIMES[word.toLowerCase()] ?? 1) * 100) / 100
}
