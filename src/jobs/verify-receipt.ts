import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { RECEIPT_REFUSALS, verifyReceipt } from '../receipt.ts'
import type { PublicReceiptKey } from '../receipt-keys.ts'

const USAGE =
  'pastikan-verify --keys jwks.json [--lang id|en] [RECEIPT]: the receipt, or a link that holds it, as an argument or on standard input'

/** 0: signed by a listed key and still valid. 1: refused. 2: could not be tried. */
async function run(): Promise<number> {
  const { values, positionals } = parseArgs({
    options: { keys: { type: 'string' }, lang: { type: 'string', default: 'id' } },
    allowPositionals: true,
  })
  if (values.keys === undefined || positionals.length > 1) return tell(USAGE, 2)
  const language = values.lang === 'en' ? 'en' : 'id'
  const { keys } = JSON.parse(readFileSync(values.keys, 'utf8')) as { keys: PublicReceiptKey[] }
  if (!Array.isArray(keys)) return tell(`${values.keys} holds no list of keys`, 2)
  const text = positionals[0] ?? readFileSync(0, 'utf8')
  const reading = await verifyReceipt(text.trim(), keys, new Date())
  if ('refused' in reading) {
    return tell(`${reading.refused}: ${RECEIPT_REFUSALS[reading.refused][language]}`, 1)
  }
  const { verdict, agency, on, exp, covers, demonstration } = reading.payload
  const parts = [
    verdict,
    agency === null ? '-' : `${agency.name} (${agency.licence_number ?? '-'})`,
    `on ${on}`,
    `covers ${covers.join(',')}`,
    `until ${new Date(exp * 1000).toISOString()}`,
    ...(demonstration ? ['demonstration'] : []),
  ]
  return tell(`valid: ${parts.join('; ')}`, 0)
}

function tell(line: string, code: number): number {
  const stream = code === 0 ? process.stdout : process.stderr
  stream.write(`${line}\n`)
  return code
}

try {
  process.exitCode = await run()
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException
  process.exitCode = tell(`${code ?? 'unusable'}: ${message.split('\n')[0]}. ${USAGE}`, 2)
}
