import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { keepReceiptKeyFile, rotatedKeys } from '../receipt-keys.ts'

// Makes the file of receipt keys, or puts a new key first in it: `npm run receipt-key -- FILE`.
const [file] = process.argv.slice(2)

if (file === undefined) {
  process.stderr.write('Say which file: npm run receipt-key -- receipt-keys.json\n')
  process.exitCode = 2
} else if (existsSync(file)) {
  const beside = `${file}.${process.pid}`
  writeFileSync(beside, rotatedKeys(readFileSync(file, 'utf8')), { mode: 0o600, flag: 'wx' })
  renameSync(beside, file)
  process.stdout.write(
    `${file}: a new key signs, earlier ones still verify. Restart every service.\n`,
  )
} else {
  keepReceiptKeyFile(file)
  process.stdout.write(`${file}: made with one key. Keep it secret and back it up.\n`)
}
