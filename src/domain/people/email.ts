const LONGEST = 254

/** An address as it is kept and compared; undefined for what is none. */
export function readEmail(text: string): string | undefined {
  const email = text.trim().normalize('NFC').toLowerCase()
  const isOne =
    email.length <= LONGEST &&
    /^[^\s@<>"(),:;\\]{1,64}@[^\s@<>"(),:;\\]+\.[^\s@<>"(),:;\\.]+$/.test(email)
  return isOne ? email : undefined
}
