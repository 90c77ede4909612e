import type { Finding, SourceReference } from '../domain/finding.ts'
import type { LegalBasis } from '../domain/rules/instruments.ts'
import { VOCABULARY } from '../domain/vocabulary.ts'
import type { Frame } from './frame.ts'
import { SHAPE_OF_EFFECT, Shape } from './shape.tsx'

/** Why the answer is as it is: the gravest first, each with its source, its age and its law. */
export function FindingList({ frame, findings }: { frame: Frame; findings: readonly Finding[] }) {
  if (findings.length === 0) return null
  return (
    <section aria-labelledby="temuan">
      <h2 id="temuan">{frame.say('Mengapa begitu', 'Why')}</h2>
      <ol class="findings">
        {findings.map((finding) => (
          <li class={`finding effect-${finding.effect}`}>
            {finding.effect !== 'none' && <Shape of={SHAPE_OF_EFFECT[finding.effect]} small />}
            <div>
              <p class="says">{frame.pick(finding.says)}</p>
              <p class="grounds">
                {finding.effect !== 'none' && (
                  <span>{frame.pick(VOCABULARY.effect[finding.effect])}</span>
                )}
                {finding.source && <Source frame={frame} source={finding.source} />}
                {finding.basis.length > 0 && (
                  <span>
                    {frame.say('Dasar: ', 'Basis: ')}
                    {finding.basis.map((basis, at) => (
                      <>
                        {at > 0 && '; '}
                        <Basis frame={frame} basis={basis} />
                      </>
                    ))}
                  </span>
                )}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Source({ frame, source }: { frame: Frame; source: SourceReference }) {
  const { say } = frame
  const { title, retrievedOn, ageDays } = source
  return (
    <span>
      {say('Sumber: ', 'Source: ')}
      {title}
      {retrievedOn !== null && `, ${say('diambil', 'retrieved')} ${frame.day(retrievedOn)}`}
      {ageDays !== null && ` (${ageInWords(frame, ageDays)})`}
    </span>
  )
}

export function ageInWords({ say }: Frame, days: number): string {
  if (days === 0) return say('hari ini', 'today')
  return days === 1 ? say('1 hari lalu', '1 day ago') : say(`${days} hari lalu`, `${days} days ago`)
}

function Basis({ frame, basis }: { frame: Frame; basis: LegalBasis }) {
  const { instrument, article, url, confidence } = basis
  const text = article === null ? instrument : `${instrument} ${article}`
  return (
    <>
      {url === null ? (
        text
      ) : (
        <a href={url} rel="noreferrer">
          {text}
        </a>
      )}
      {confidence === 'reported' && frame.say(' (menurut berita)', ' (as reported)')}
      {confidence === 'unconfirmed' && frame.say(' (perlu dicocokkan)', ' (to be verified)')}
    </>
  )
}
