import { type DestinationStream, destination, type Logger, pino, stdTimeFunctions } from 'pino'

/**
 * The service's log: JSON lines to stdout, written before the call returns, so that a killed
 * process has lost none. No transport: its worker thread loses what it holds at the end.
 */
export function createLog(
  level: string,
  stream: DestinationStream = destination({ fd: 1, sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      serializers: { err: loggableError, error: loggableError },
    },
    stream,
  )
}

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
