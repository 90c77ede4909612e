import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'

const project = resolve(import.meta.dirname, '../..')
const COMMAND = resolve(project, 'src/jobs/import-command.ts')

export interface ImportProcess {
  readonly child: ChildProcess
  /** Resolves when a line of its progress matches; rejects when it ends before. */
  said(pattern: RegExp): Promise<void>
  readonly ended: Promise<{ code: number | null; stdout: string; stderr: string }>
}

/** The import command as a process of its own, which a test can kill without leaving a wrapper behind. */
export function startImport(args: string[], environment: Record<string, string>): ImportProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', COMMAND, ...args], {
    cwd: project,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  const heard: (() => void)[] = []
  child.stdout.on('data', (part) => {
    stdout += part
  })
  child.stderr.on('data', (part) => {
    stderr += part
    for (const hear of heard) hear()
  })
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((done) => {
    child.on('close', (code) => {
      done({ code, stdout, stderr })
    })
  })
  const said = (pattern: RegExp) =>
    new Promise<void>((done, fail) => {
      const hear = () => {
        if (pattern.test(stderr)) done()
      }
      heard.push(hear)
      hear()
      void ended.then(() => fail(new Error(`ended before it said ${pattern}: ${stderr}`)))
    })
  return { child, said, ended }
}
