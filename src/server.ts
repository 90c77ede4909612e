import { KeyUses } from './actions/key-uses.ts'
import { createApp } from './app.ts'
import { systemClock } from './clock.ts'
import { type Config, readConfig } from './config.ts'
import { endOnSignals } from './end-on-signals.ts'
import { startImportRunner } from './jobs/import-runner.ts'
import { purgeDaily } from './jobs/purge-daily.ts'
import { seedRegistry } from './jobs/seed-registry.ts'
import { startSigner } from './jobs/signer-process.ts'
import { writeKeyUses } from './jobs/write-key-uses.ts'
import { createLog } from './log.ts'
import { LiveKeys } from './register/live-keys.ts'
import { LiveRegister } from './register/live-register.ts'
import { openSecrets } from './secrets.ts'
import { serve } from './serve.ts'
import { connect } from './store/database.ts'
import { DEFAULT_DATA_DIR, openDatabase } from './store/open-database.ts'
import { openHeadProbe } from './store/registry-head.ts'
import { StartRefusal } from './store/start-refusal.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

async function start(config: Config): Promise<void> {
  const log = createLog(config.logLevel)
  const opened = await openDatabase(config, say)
  const database = connect(opened.serviceUrl)
  const register = new LiveRegister({
    database,
    probe: openHeadProbe(opened.serviceUrl),
    onFault: (error, doing) => log.error({ err: error }, doing),
  })
  const closeStore = async () => {
    await register.close()
    await database.close()
    await opened.stop()
  }

  try {
    if (config.seed === 'demonstration') await seedRegistry(database)
    const isLoaded = (await register.open()) !== undefined
    if (!isLoaded) throw new StartRefusal('The register could not be read from the database.')

    const secrets = await openSecrets(
      config,
      opened.dataDir ?? config.dataDir ?? DEFAULT_DATA_DIR,
      say,
    )
    const clock = systemClock(config.timeZone)
    const imports = startImportRunner({ databaseUrl: opened.serviceUrl, database, log })
    const dependencies = {
      ...secrets,
      database,
      config,
      clock,
      log,
      register,
      keys: new LiveKeys({
        database,
        now: clock.now,
        onFault: (error, doing) => log.error({ err: error }, doing),
      }),
      keyUses: new KeyUses(clock),
      imports,
      lifecycle: { isStopping: false },
      readiness: [
        {
          name: 'register',
          check: async () => {
            const read = await register.open()
            if (read?.view.isCurrent !== true) throw new Error('the register is not current')
          },
        },
      ],
    }
    const service = await serve(createApp(dependencies), dependencies)
    const purging = purgeDaily(dependencies)
    const writingUses = writeKeyUses(dependencies)
    // With a database of one's own the signer is run apart, by another user.
    const signer = opened.dataDir === undefined ? undefined : startSigner(log)
    endOnSignals({
      log,
      end: async () => {
        purging.stop()
        await Promise.all([service.stop(), signer?.stop(), imports.stop()])
        await writingUses.stop()
        await closeStore()
      },
    })
    greet(service.url, config)
  } catch (error) {
    await closeStore()
    throw error
  }
}

function greet(url: string, { seed }: Config): void {
  say(`Pastikan answers at ${url} (documentation: ${url}/docs)`)
  if (seed === 'demonstration') {
    say('The register is a demonstration: every company, number and decree in it is invented.')
    say(`Try: curl '${url}/v1/verify?licence=9900000000011'`)
  } else {
    say(`Try: curl '${url}/v1/agencies'`)
  }
}

try {
  await start(readConfig(process.env))
} catch (error) {
  const isExpected = error instanceof StartRefusal
  process.stderr.write(isExpected ? `${error.message}\n` : `${(error as Error).stack}\n`)
  process.exitCode = 1
}
