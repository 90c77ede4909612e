import type { RegisterView } from '../domain/register-view.ts'
import type { RuleRows, RuleTables } from '../domain/rule-tables/rule-tables.ts'
import type { Database } from '../store/database.ts'
import {
  listChangedKinds,
  listChangedSubjects,
  loadAgencies,
  loadMerges,
  loadRecordings,
  loadSources,
} from '../store/register-facts.ts'
import type { HeadProbe } from '../store/registry-head.ts'
import { loadRuleRows, RULE_ROW_KINDS } from '../store/rule-rows.ts'
import { HeadCheck, type OrderedHead } from './head-check.ts'
import { Register } from './register.ts'
import { type PublicRows, RuleRegister } from './rule-register.ts'

/** Subjects re-read at a time; above `RELOAD_SHARE` of the register it is read anew as a whole. */
const SUBJECTS_A_READ = 2_000
const RELOAD_SHARE = 0.5
const RULE_TABLES = Object.keys(RULE_ROW_KINDS) as (keyof RuleRows)[]

/**
 * So long a question waits for the register to catch up; then it is answered as one that may be
 * behind. With the head check, which may take its second twice, it stays under 2.5 s.
 */
const CATCH_UP_MS = 400

export interface LiveRegisterOptions {
  readonly database: Database
  readonly probe: HeadProbe
  readonly onFault: (error: unknown, doing: string) => void
}

export interface OpenedLiveRegister {
  readonly register: Register
  readonly view: RegisterView
  /** The dated rows behind the rules, of the same log size as the view. */
  readonly tables: RuleTables
  /** Whole tables of those rows, for the public lists. */
  readonly rows: PublicRows
  /** When the log was last seen to hold nothing newer. */
  readonly confirmedAt: Date
  /** Tells apart two logs of one length, as a restored database has. */
  readonly stamp: string
}

/**
 * The register that lookups are answered from, never older than the log was when the question
 * arrived. When the log cannot be asked, the view says that it is not current.
 */
export class LiveRegister {
  readonly #options: LiveRegisterOptions
  readonly #check: HeadCheck
  #register: Register | undefined
  #rules = new RuleRegister()
  #stamp = ''
  #order = 0
  #catchingUp: Promise<void> | undefined
  #views: Views | undefined
  #confirmedAt = 0
  /** What those who share a head check open together. */
  #shared: Shared | undefined

  constructor(options: LiveRegisterOptions) {
    this.#options = options
    this.#check = new HeadCheck(options.probe, (error) =>
      options.onFault(error, 'asking how far the registry log goes'),
    )
  }

  /**
   * What the register says now, or what it said while only entries recorded by `knownAt` existed;
   * undefined before the first load. It holds everything recorded before the call. Callers who share
   * a head check and ask for now get the same promise.
   */
  open(knownAt?: Date): Promise<OpenedLiveRegister | undefined> {
    const head = this.#check.read()
    if (knownAt !== undefined) return this.#open(head, knownAt)
    if (this.#shared?.head !== head) this.#shared = { head, opened: this.#open(head) }
    return this.#shared.opened
  }

  async #open(
    asked: Promise<OrderedHead | undefined>,
    knownAt?: Date,
  ): Promise<OpenedLiveRegister | undefined> {
    const head = await asked
    const isCurrent = head !== undefined && (this.#holds(head) || (await this.#catchUpInTime(head)))
    const register = this.#register
    if (register === undefined) return undefined
    const rules = this.#rules
    if (isCurrent) this.#confirmedAt = Date.now()
    const confirmedAt = new Date(this.#confirmedAt)
    if (knownAt !== undefined) {
      const size = register.sizeKnownAt(knownAt)
      return {
        register,
        confirmedAt,
        stamp: this.#stamp,
        ...viewsOf(register, rules, isCurrent, size),
      }
    }
    if (this.#views?.view.size !== register.size || this.#views.view.isCurrent !== isCurrent) {
      this.#views = viewsOf(register, rules, isCurrent)
    }
    return { register, confirmedAt, stamp: this.#stamp, ...this.#views }
  }

  close(): Promise<void> {
    return this.#check.close()
  }

  #holds(head: OrderedHead): boolean {
    if (this.#register === undefined) return false
    // Ahead of a later answer means that the log was set back: a restored database, read anew.
    if (this.#register.size > head.size) return head.order <= this.#order
    return this.#register.size === head.size && this.#stamp === head.stamp
  }

  /** The first reading takes as long as it takes: there is nothing else to answer from. */
  #catchUpInTime(head: OrderedHead): Promise<boolean> {
    const caughtUp = this.#catchUp(head)
    if (this.#register === undefined) return caughtUp
    let timer: NodeJS.Timeout | undefined
    const tooLate = new Promise<false>((resolve) => {
      timer = setTimeout(resolve, CATCH_UP_MS, false)
    })
    return Promise.race([caughtUp, tooLate]).finally(() => clearTimeout(timer))
  }

  /** Several questions that find the register behind wait for one catching up. */
  async #catchUp(head: OrderedHead): Promise<boolean> {
    try {
      while (!this.#holds(head)) {
        this.#catchingUp ??= this.#read(head).finally(() => {
          this.#catchingUp = undefined
        })
        await this.#catchingUp
      }
      return true
    } catch (error) {
      this.#options.onFault(error, 'catching up with the registry log')
      return false
    }
  }

  async #read(head: OrderedHead): Promise<void> {
    const { database } = this.#options
    const held = this.#register?.size ?? 0
    const register = this.#register
    // A log of the same length with another stamp is another log: a restored or a new database.
    if (register === undefined || held >= head.size) return this.#readAnew(head)

    const [subjects, kinds, recordings] = await Promise.all([
      listChangedSubjects(database, held, head.size),
      listChangedKinds(database, held, head.size),
      loadRecordings(database, held, head.size),
    ])
    const agencyIds = subjects.filter((subject) => subject.startsWith('agy_'))
    if (
      agencyIds.length > SUBJECTS_A_READ &&
      agencyIds.length > register.agencyCount * RELOAD_SHARE
    ) {
      return this.#readAnew(head)
    }
    const agencies = []
    for (let from = 0; from < agencyIds.length; from += SUBJECTS_A_READ) {
      agencies.push(
        ...(await loadAgencies(database, head.size, agencyIds.slice(from, from + SUBJECTS_A_READ))),
      )
    }
    const sources = subjects.some((subject) => subject.startsWith('src_'))
      ? await loadSources(database, head.size)
      : []
    const tables = RULE_TABLES.filter((table) => kinds.includes(RULE_ROW_KINDS[table]))
    const rows = await loadRuleRows(database, held, head.size, tables)
    const merges = kinds.includes('agency_merges') ? await loadMerges(database, head.size) : []
    register.apply({ size: head.size, recordings, agencies, sources, merges })
    this.#rules.apply(rows)
    this.#stamp = head.stamp
    this.#order = head.order
  }

  async #readAnew(head: OrderedHead): Promise<void> {
    const { database } = this.#options
    const [agencies, sources, merges, recordings, rows] = await Promise.all([
      loadAgencies(database, head.size),
      loadSources(database, head.size),
      loadMerges(database, head.size),
      loadRecordings(database, 0, head.size),
      loadRuleRows(database, 0, head.size),
    ])
    const register = new Register()
    register.apply({ size: head.size, recordings, agencies, sources, merges })
    const rules = new RuleRegister()
    rules.apply(rows)
    this.#register = register
    this.#rules = rules
    this.#stamp = head.stamp
    this.#order = head.order
    this.#views = undefined
  }
}

interface Shared {
  readonly head: Promise<OrderedHead | undefined>
  readonly opened: Promise<OpenedLiveRegister | undefined>
}

type Views = Pick<OpenedLiveRegister, 'view' | 'tables' | 'rows'>

function viewsOf(
  register: Register,
  rules: RuleRegister,
  isCurrent: boolean,
  size?: number,
): Views {
  const view = register.view(isCurrent, size)
  return {
    view,
    tables: rules.view(isCurrent, view.size, register.merges),
    rows: rules.rows(view.size),
  }
}
