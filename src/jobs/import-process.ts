import { loggableError } from '../log.ts'
import { connect } from '../store/database.ts'
import { claimWork } from '../store/work-claim.ts'
import { workOnImport } from './work-on-import.ts'

/** `import-process.ts ID`: works on one import of a list, if no other process does, and ends. */
const [importId = ''] = process.argv.slice(2)
const url = process.env.DATABASE_URL ?? ''

// The channel carries nothing: when it closes, the service that wanted the work is gone. What was
// not applied leaves nothing behind, and is taken up again at the next start.
process.on('disconnect', () => process.exit(1))

const database = connect(url, { max: 3, timeoutMs: 0 })
try {
  const claim = await claimWork(url, `import:${importId}`)
  if (claim !== undefined) {
    try {
      await workOnImport(database, importId)
    } finally {
      await claim.release()
    }
  }
} catch (error) {
  process.stderr.write(`${JSON.stringify(loggableError(error))}\n`)
  process.exitCode = 1
} finally {
  await database.close()
  process.disconnect?.()
}
