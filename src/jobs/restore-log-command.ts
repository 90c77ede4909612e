import { parseArgs } from 'node:util'
import { LogRefused } from '../actions/check-log.ts'
import { readConfig } from '../config.ts'
import { connect, OWN_ROLE } from '../store/database.ts'
import { StartRefusal } from '../store/start-refusal.ts'
import { openCommandDatabase } from './command-database.ts'
import { openSignerFiles } from './log-signer-files.ts'
import { openPublicLog } from './public-log.ts'
import { restoreLog } from './restore-log.ts'
import { LogUnproven } from './verify-log.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** 0: the log is whole. 1: it cannot be put back from what is there. 2: could not be tried. */
async function run(): Promise<void> {
  const { values } = parseArgs({ options: { from: { type: 'string' } } })
  if (values.from === undefined) {
    throw new StartRefusal('Say where the log is published: npm run log:restore -- --from FOLDER')
  }
  const config = readConfig(process.env)
  const { ownerUrl, folder, stop } = await openCommandDatabase(config, say)
  const database = connect(ownerUrl, { max: 1, timeoutMs: 0, role: OWN_ROLE })
  try {
    const { keys } = openSignerFiles(config, folder)
    const { size, appended, erased } = await restoreLog(
      database,
      openPublicLog(values.from),
      keys.known,
    )
    say(`The log holds its ${size} published entries, ${appended} of them put back just now.`)
    if (erased > 0) {
      say(
        `${erased} came back without what they say of persons: record that again from the papers.`,
      )
    }
  } finally {
    await database.close()
    await stop()
  }
}

try {
  await run()
} catch (error) {
  const { message, code } = error as NodeJS.ErrnoException
  const isRefused = error instanceof LogRefused || error instanceof LogUnproven
  const isExpected = isRefused || error instanceof StartRefusal
  process.stderr.write(
    `Not restored. ${isExpected ? message : `${code ?? ''} ${message.split('\n')[0]}`}\n`,
  )
  process.exitCode = isRefused ? 1 : 2
}
