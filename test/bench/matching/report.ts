import type { BaselineFigures } from './baselines.ts'
import { type Answer, isCalledSame } from './measure.ts'
import type { ScaleFigures } from './scale.ts'
import { calibration, clopperPearson, quantile } from './statistics.ts'
import type { LeftOutFigures, NumberFigures } from './whole-registers.ts'

export interface Share {
  readonly hits: number
  readonly all: number
  readonly low: number
  readonly high: number
}

export interface KindFigures {
  readonly set: string
  readonly kind: string
  readonly count: number
  readonly first: number
  readonly inFive: number
  readonly exact: number
  readonly variant: number
  readonly similar: number
  readonly ambiguous: number
  readonly none: number
}

export interface Section {
  readonly title: string
  readonly kinds: readonly KindFigures[]
  readonly goals: Readonly<Record<string, Share>>
  /** Wrong answers that matter, word for word. */
  readonly mistakes: readonly string[]
  readonly ece?: number
  readonly brier?: number
  readonly p50: number
  readonly p99: number
}

export interface Report {
  readonly seed: number
  readonly sections: Section[]
  leftOut?: readonly LeftOutFigures[]
  numbers?: readonly NumberFigures[]
  baselines?: BaselineFigures[]
  baselineLeftOut?: string
  scale?: readonly ScaleFigures[]
}

const FULL_NAME_KINDS = new Set(['variant', 'typo', 'reordered', 'old_name'])
const ONE_SLIP = /one letter away|real word|slip/

export function figuresOf(title: string, answers: readonly Answer[]): Section {
  const of = (keep: (answer: Answer) => boolean) => answers.filter(keep)
  const isNegative = ({ query }: Answer) => query.agencyId === undefined
  const negatives = of(isNegative)
  const outsideSlips = negatives.filter(({ query }) => !ONE_SLIP.test(query.kind))
  const variants = of(({ query }) => query.set === 'variant')
  const parts = of(({ query }) => query.set === 'part' || query.kind === 'abbrev')
  const full = of(({ query }) => query.set === 'mention' && FULL_NAME_KINDS.has(query.kind))
  const judgedAlike = full.filter(({ query }) => !/^identical/.test(query.labelBasis ?? ''))
  const goals: Record<string, Share> = {
    'negatives called exact': share(negatives, ({ match }) => match.outcome === 'exact'),
    'negatives called variant': share(negatives, ({ match }) => match.outcome === 'variant'),
    'negatives called variant, outside one slip': share(
      outsideSlips,
      ({ match }) => match.outcome === 'variant',
    ),
    'wrong agency called exact or variant': share(
      of((answer) => !isNegative(answer)),
      ({ match, rank }) => isCalledSame(match) && rank !== 0,
    ),
    'variants: right agency first': share(variants, ({ rank }) => rank === 0),
    'variants: exact or variant': share(variants, ({ match }) => isCalledSame(match)),
    'full names: right agency first': share(full, ({ rank }) => rank === 0),
    'full names: in five': share(full, ({ rank }) => rank >= 0),
    'full names: exact or variant': share(
      full,
      ({ match, rank }) => isCalledSame(match) && rank === 0,
    ),
    'full names with no word left out: exact or variant': share(
      full.filter(({ query }) => query.isPart !== true),
      ({ match, rank }) => isCalledSame(match) && rank === 0,
    ),
    'full names not identical but for PT: right agency first': share(
      judgedAlike,
      ({ rank }) => rank === 0,
    ),
    'full names not identical but for PT: exact or variant': share(
      judgedAlike,
      ({ match, rank }) => isCalledSame(match) && rank === 0,
    ),
    'parts and acronyms: in five': share(parts, ({ rank }) => rank >= 0),
    'parts and acronyms: called exact or variant': share(parts, ({ match }) => isCalledSame(match)),
  }
  const judged = answers
    .filter(({ query }) => query.set !== 'part')
    .map(({ match, rank }) => ({
      probability: match.candidates[0]?.probability ?? 0,
      isTrue: rank === 0,
    }))
  const times = answers.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b)
  return {
    title,
    kinds: kindsOf(answers),
    goals: Object.fromEntries(Object.entries(goals).filter(([, { all }]) => all > 0)),
    mistakes: answers.filter(isMistake).map(describeMistake),
    ...calibration(judged),
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }
}

function share(answers: readonly Answer[], isHit: (answer: Answer) => boolean): Share {
  const hits = answers.filter(isHit).length
  const [low, high] = clopperPearson(hits, answers.length)
  return { hits, all: answers.length, low, high }
}

function kindsOf(answers: readonly Answer[]): readonly KindFigures[] {
  const groups = new Map<string, Answer[]>()
  for (const answer of answers) {
    const key = `${answer.query.set}/${answer.query.kind}`
    groups.set(key, [...(groups.get(key) ?? []), answer])
  }
  return [...groups.values()].map((group) => {
    const outcome = (word: string) => group.filter(({ match }) => match.outcome === word).length
    return {
      set: group[0]!.query.set,
      kind: group[0]!.query.kind,
      count: group.length,
      first: group.filter(({ rank }) => rank === 0).length,
      inFive: group.filter(({ rank }) => rank >= 0).length,
      exact: outcome('exact'),
      variant: outcome('variant'),
      similar: outcome('similar'),
      ambiguous: outcome('ambiguous'),
      none: outcome('none'),
    }
  })
}

function isMistake({ query, match, rank }: Answer): boolean {
  if (isCalledSame(match)) return query.set === 'part' || query.kind === 'abbrev' || rank !== 0
  return (
    (query.set === 'variant' || query.set === 'mention') &&
    query.agencyId !== undefined &&
    rank !== 0
  )
}

function describeMistake({ query, match, rank }: Answer): string {
  const best = match.candidates[0]
  const words = best?.words
    .map((pair) => `${pair.relation} ${pair.query}/${pair.register}`)
    .join(', ')
  return `${query.set}, ${query.kind}: "${query.text}" → ${match.outcome}, rank ${rank}, ${best?.name.name ?? '-'} (${words ?? ''})`
}

export function print(report: Report): void {
  const lines: string[] = []
  for (const section of report.sections) {
    lines.push('', `== ${section.title}`)
    lines.push(
      row(['set, kind', 'n', 'first', 'five', 'exact', 'variant', 'similar', 'ambig.', 'none']),
    )
    for (const kind of section.kinds) {
      lines.push(
        row([
          `${kind.set}, ${kind.kind}`,
          ...[
            kind.count,
            kind.first,
            kind.inFive,
            kind.exact,
            kind.variant,
            kind.similar,
            kind.ambiguous,
            kind.none,
          ].map(String),
        ]),
      )
    }
    for (const [goal, { hits, all, low, high }] of Object.entries(section.goals)) {
      lines.push(
        `${goal.padEnd(58)} ${hits}/${all} = ${percent(hits / all)}  95 %: ${percent(low)} to ${percent(high)}`,
      )
    }
    lines.push(
      `calibration: ECE ${section.ece?.toFixed(4)}, Brier ${section.brier?.toFixed(4)}; time p50 ${section.p50.toFixed(2)} ms, p99 ${section.p99.toFixed(2)} ms`,
    )
    if (section.mistakes.length > 0)
      lines.push('mistakes:', ...section.mistakes.slice(0, 40).map((text) => `  ${text}`))
  }
  for (const { register, names, exact, variant, pairs } of report.leftOut ?? []) {
    lines.push(
      '',
      `== each name left out once: ${register}: ${names} names, exact ${exact}, variant ${variant}`,
    )
    lines.push(...pairs.map((pair) => `  ${pair}`))
  }
  for (const figures of report.numbers ?? []) {
    lines.push(
      `numbers, ${figures.register}: ${figures.numbers} read, ${figures.unread} unread, lossless collisions ${figures.losslessCollisions}, lossy ${figures.lossyCollisions}`,
    )
  }
  if (report.baselines !== undefined) {
    lines.push(
      '',
      '== other rankers on every third variant and negative of the same run (other legal forms left out)',
    )
    lines.push(row(['ranker', 'first', 'five', 'same @1 %', 'false @90 %', 'p50 ms']))
    for (const {
      name,
      first,
      inFive,
      sameAtOnePercent,
      falseAtNinetyPercent,
      medianMilliseconds,
    } of report.baselines) {
      lines.push(
        row([
          name,
          ...[first, inFive, sameAtOnePercent, falseAtNinetyPercent].map(percent),
          medianMilliseconds.toFixed(2),
        ]),
      )
    }
  }
  if (report.baselineLeftOut !== undefined) lines.push(report.baselineLeftOut)
  for (const scale of report.scale ?? []) {
    const { names, buildSeconds, megabytes, p50, p95, p99, fixedP50, fixedP99 } = scale
    lines.push(
      `${names} invented names: p50 ${p50.toFixed(2)}, p95 ${p95.toFixed(2)}, p99 ${p99.toFixed(2)} ms; built in ${buildSeconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB; ` +
        `fixed work in between: p50 ${fixedP50.toFixed(2)}, p99 ${fixedP99.toFixed(2)} ms (p50 ${(p50 / fixedP50).toFixed(1)} times that)`,
    )
  }
  process.stdout.write(`${lines.join('\n')}\n`)
}

function row(cells: readonly string[]): string {
  return cells.map((cell, at) => (at === 0 ? cell.padEnd(44) : cell.padStart(11))).join('')
}

function percent(value: number): string {
  return `${(100 * value).toFixed(2)} %`
}
