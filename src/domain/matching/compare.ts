/** By code unit, the same on every machine: ties are broken by it, never by a locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
