const LONGEST = 254

/** An address as it is kept and compared; undefined for what is none. */
export function readEmail(text: string): string | undefined {
  const email = text.trim().normalize('NFC').toLowerCase()
  const isOne =
    email.length <= LONGEST &&
    // What cannot be seen would make two people of one address in the trail.
    /^[^\s\p{C}@<>"(),:;\\]{1,64}@[^\s\p{C}@<>"(),:;\\]+\.[^\s\p{C}@<>"(),:;\\.]+$/u.test(email)
  return isOne ? email : undefined
}
