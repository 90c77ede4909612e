/** A record of CSV (RFC 4180) that no spreadsheet takes for a formula. */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`
}

function csvCell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value)
  // A mark in front makes text of it, wherever the program looks for a formula. One that separates cells
  // by semicolons, as it is where the comma is decimal, sees neither our quotes nor our cells.
  const safe = text.replace(/^(?=[=+\-@\t\r\n\0])|(?=[=+\-@])(?<=;\s*|\S\s*[\t\r\n]\s*)/g, "'")
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
