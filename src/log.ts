import { writeSync } from 'node:fs'
import { type DestinationStream, type Logger, pino } from 'pino'

const WARNING_LEVEL = 40
const STDOUT = 1

/**
 * The service's log: JSON lines to stdout. No transport: its worker thread loses what it holds
 * at the end.
 */
export function createLog(level: string, stream: DestinationStream = standardOutput()): Logger {
  return pino(
    { level, base: null, serializers: { err: loggableError, error: loggableError } },
    stream,
  )
}

/**
 * Writes what one turn of the event loop logged in one call, since a call a line costs a third of a
 * lookup. Warnings and worse are written before the logging call returns, and so is the rest at exit:
 * only `kill -9` can lose lines, those of one turn.
 */
function standardOutput(): DestinationStream {
  let lines = ''
  const flush = () => {
    const text = lines
    lines = ''
    writeAll(text)
  }
  process.on('exit', flush)
  return {
    // Pino tells a destination that asks for it the level of the line it writes.
    [pino.symbols.needsMetadataGsym]: true,
    lastLevel: 0,
    write(line: string) {
      if (lines === '') setImmediate(flush)
      lines += line
      if (this.lastLevel >= WARNING_LEVEL) flush()
    },
  } as DestinationStream & { lastLevel: number }
}

// A pipe that is full refuses for a moment (EAGAIN), or takes a part.
function writeAll(text: string): void {
  let bytes = Buffer.from(text)
  for (let refusals = 0; bytes.length > 0 && refusals < 1000; ) {
    try {
      bytes = bytes.subarray(writeSync(STDOUT, bytes))
      refusals = 0
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return
      refusals++
      Atomics.wait(PAUSE, 0, 0, 1)
    }
  }
}

const PAUSE = new Int32Array(new SharedArrayBuffer(4))

interface LoggableError {
  name: string
  code?: string
  routine?: string
  constraint?: string
  message?: string
  at?: string[]
  cause?: LoggableError
}

// Errors whose message the runtime words, from code and addresses, never from what somebody typed.
const NAMES_WITH_SAFE_MESSAGES = new Set(['TypeError', 'ReferenceError', 'StartRefusal'])
const SYSTEM_ERROR_CODE = /^E[A-Z0-9]{2,}$/
const MOST_FRAMES = 12
const MOST_CAUSES = 4

/**
 * What the log may hold of an error. A failed query's message carries its SQL and its values, and
 * any other message may quote what was typed: only the code, the place and safe messages are kept.
 */
export function loggableError(error: unknown, depth = 0): LoggableError {
  if (!(error instanceof Error)) return { name: `thrown ${typeof error}` }
  const { code, routine, constraint_name: constraint } = error as Error & Record<string, unknown>
  const isSystemError = typeof code === 'string' && SYSTEM_ERROR_CODE.test(code)
  return {
    name: error.name,
    ...word('code', code),
    ...word('routine', routine),
    ...word('constraint', constraint),
    ...(isSystemError || NAMES_WITH_SAFE_MESSAGES.has(error.name)
      ? { message: error.message }
      : {}),
    at: frames(error),
    ...(error.cause !== undefined && depth < MOST_CAUSES
      ? { cause: loggableError(error.cause, depth + 1) }
      : {}),
  }
}

function word<Name extends string>(name: Name, value: unknown): { [key in Name]?: string } {
  return typeof value === 'string' && /^\w{1,64}$/.test(value)
    ? ({ [name]: value } as { [key in Name]: string })
    : {}
}

// The stack starts with the message, which may itself hold lines that look like frames.
function frames({ stack, message }: Error): string[] {
  const start = stack?.indexOf(message) ?? -1
  const after = start < 0 ? '' : (stack ?? '').slice(start + message.length)
  return after
    .split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, MOST_FRAMES)
    .map((line) => line.trim().slice(3))
}
