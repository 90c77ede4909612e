import { existsSync, readFileSync } from 'node:fs'
import { readConfig } from '../config.ts'
import { newLogKeyLine, readLogKeys, verifierKeysText } from '../log-keys.ts'
import { keepSecretFile } from '../receipt-keys.ts'
import { writeWhole } from './whole-file.ts'

// Makes the file of the log's keys, or puts a new key first in it: `npm run log:key -- FILE`.
const [file] = process.argv.slice(2)

if (file === undefined) {
  process.stderr.write('Say which file: npm run log:key -- log-keys\n')
  process.exitCode = 2
} else {
  if (existsSync(file)) {
    const { origin } = readLogKeys(file)
    const keys = `${newLogKeyLine(origin)}${readFileSync(file, 'utf8')}`
    writeWhole(file, Buffer.from(keys), 0o600)
    process.stdout.write(
      'Both keys sign from now on. Take the old line out once all know the new.\n',
    )
  } else {
    const { logOrigin } = readConfig(process.env)
    keepSecretFile(file, () => newLogKeyLine(logOrigin))
    process.stdout.write(`${file}: made with one key. Keep it secret and back it up.\n`)
  }
  process.stdout.write(verifierKeysText(readLogKeys(file)))
}
