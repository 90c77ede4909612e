import { startEmbeddedDatabase } from '../../src/store/embedded-database.ts'

// A service reduced to its database, run as a process of its own so that a test can kill it.
// Arguments: the default data folder, and DATA_DIR or nothing.
const [defaultDataDir = '', dataDir] = process.argv.slice(2)

try {
  const database = await startEmbeddedDatabase({ dataDir, defaultDataDir, log: () => {} })
  const end = () => database.stop().then(() => process.exit(0))
  process.once('SIGINT', end).once('SIGTERM', end)
  process.stdout.write(`${JSON.stringify(database)}\n`)
} catch (error) {
  process.stderr.write(`${error}\n`)
  process.exit(1)
}
