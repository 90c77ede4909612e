import { explainCandidate } from '../domain/matching/explain.ts'
import type { NameCandidate, WordPair } from '../domain/matching/match.ts'
import { VOCABULARY } from '../domain/vocabulary.ts'
import type { Frame } from './frame.ts'

/** The name as typed above the register's, word under word, each difference marked and named. */
export function WordDrawing({ frame, compared }: { frame: Frame; compared: NameCandidate }) {
  const { say } = frame
  const sentences = explainCandidate(compared, frame.language)
  return (
    <div class="drawing">
      <table class="words">
        <caption class="unseen">
          {say(
            'Kata demi kata: yang ditulis dan yang terdaftar',
            'Word by word: typed and registered',
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{say('Ditulis', 'Typed')}</th>
            <th scope="col">{say('Di daftar', 'Registered')}</th>
          </tr>
        </thead>
        <tbody>
          {compared.words.map((pair) => (
            <Row frame={frame} pair={pair} />
          ))}
        </tbody>
      </table>
      {sentences.length > 0 && (
        <ul class="explained">
          {sentences.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Row({ frame, pair }: { frame: Frame; pair: WordPair }) {
  const isSame = pair.relation === 'same'
  const label = frame.pick(VOCABULARY.word_relation[pair.relation])
  return (
    <tr class={isSame ? 'same' : 'differs'}>
      <td>
        <Word text={pair.query} isSame={isSame} />
      </td>
      <td>
        <Word text={pair.register} isSame={isSame} />
        <span class="relation">
          {isSame && pair.moved ? frame.say('sama, urutan lain', 'same, other place') : label}
        </span>
      </td>
    </tr>
  )
}

function Word({ text, isSame }: { text: string; isSame: boolean }) {
  if (text === '') return <span aria-hidden="true">–</span>
  const shown = text.toUpperCase()
  return isSame ? <span>{shown}</span> : <mark>{shown}</mark>
}
