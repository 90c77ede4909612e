import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { type NoteKey, readVerifierKey } from '../domain/evidence/signed-note.ts'
import { sha256 } from '../note-crypto.ts'
import { openPublicLog } from './public-log.ts'
import {
  LOG_FAILURES,
  LogUnproven,
  openedCheckpoint,
  verifyLog,
  verifyProofFile,
} from './verify-log.ts'
import { readFileIfThere, writeWhole } from './whole-file.ts'

const USAGE = `usage: pastikan-log-verify --key KEY (--from ADDRESS|FOLDER [--state FILE] | --proof FILE)

  --key KEY      the log's verifier key, name+id+key, or a file that holds such keys
  --from WHERE   the published log, for instance https://pastikan.example or a folder
  --state FILE   remembers the checkpoint: the next run refuses a log that does not continue it
  --proof FILE   a .tlog-proof file: verifies one entry offline and prints it

  0 when everything holds, 2 when it could not be tried; else
${Object.entries(LOG_FAILURES)
  .map(([name, { code }]) => `  ${code} ${name}`)
  .join('\n')}`

class UsageError extends Error {
  override readonly name = 'UsageError'
}

async function run(): Promise<string> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: { key: { ...text, multiple: true }, from: text, state: text, proof: text },
  })
  const { key = [], from, state, proof } = values
  if (key.length === 0 || (from === undefined) === (proof === undefined)) {
    throw new UsageError('give --key, and one of --from and --proof')
  }
  const keys = key.flatMap(readKeys)
  if (proof !== undefined) {
    const { index, entry, checkpoint } = verifyProofFile(readFileSync(proof, 'utf8'), keys)
    return `Proven: entry ${index} of ${checkpoint.origin}, signed at ${checkpoint.size} entries.\n${entry}`
  }
  const kept = state === undefined ? undefined : readFileIfThere(state)?.toString('utf8')
  const remembered = kept === undefined ? undefined : openedCheckpoint(kept, keys)
  const { checkpoint, note } = await verifyLog(openPublicLog(from!), keys, remembered)
  if (state !== undefined) writeWhole(state, Buffer.from(note))
  const since = remembered === undefined ? '' : `, of which ${remembered.size} were seen before`
  return `Proven: ${checkpoint.origin} holds ${checkpoint.size} entries${since}, each as it was signed.`
}

function readKeys(given: string): NoteKey[] {
  const lines = (readFileIfThere(given)?.toString('utf8') ?? given).trim().split(/\s+/)
  return lines.map((line) => {
    const key = readVerifierKey(sha256, line)
    if (key === undefined) throw new UsageError('--key: this is no Ed25519 verifier key')
    return key
  })
}

try {
  process.stdout.write(`${await run()}\n`)
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException
  if (error instanceof LogUnproven) {
    process.stderr.write(`${error.failure}: ${message}\n`)
    process.exitCode = LOG_FAILURES[error.failure].code
  } else {
    const isUsage = error instanceof UsageError || code?.startsWith('ERR_PARSE_ARGS')
    process.stderr.write(
      isUsage ? `${message}\n\n${USAGE}\n` : `Could not be tried: ${code ?? ''} ${message}\n`,
    )
    process.exitCode = 2
  }
}
