import type { Frame } from '../frame.ts'
import type { ArrangedRows, Column } from './arrange-rows.ts'

interface TableContent<Row> {
  readonly frame: Frame
  readonly label: string
  readonly path: string
  /** What the address asks for besides order and page: links keep it. */
  readonly asked: Readonly<Record<string, string | undefined>>
  readonly columns: readonly Column<Row>[]
  readonly arranged: ArrangedRows<Row>
  /** Said where no row is left. */
  readonly empty: string
}

/** A table whose heads order it, with its pages. The first column names the row. */
export function DataTable<Row>(content: TableContent<Row>) {
  const { label, columns, arranged, empty } = content
  if (arranged.total === 0) return <p class="card headline">{empty}</p>
  return (
    <>
      <Place {...content} />
      <section class="wide-table" aria-label={label} tabindex={0}>
        <table>
          <thead>
            <tr>
              {columns.map((column) => (
                <Head {...content} column={column} />
              ))}
            </tr>
          </thead>
          <tbody>
            {arranged.rows.map((row) => (
              <tr>
                {columns.map((column, at) => {
                  const text = column.text(row) || '–'
                  const href = column.href?.(row) ?? null
                  const cell =
                    href === null ? (
                      text
                    ) : (
                      <a class="tap" href={href}>
                        {text}
                      </a>
                    )
                  return at === 0 ? (
                    <th scope="row">{cell}</th>
                  ) : (
                    <td class={column.isLong ? 'long' : undefined}>{cell}</td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      {arranged.pageCount > 1 && <Pages {...content} />}
    </>
  )
}

function Head<Row>({
  frame,
  path,
  asked,
  arranged,
  column: { key, head },
}: TableContent<Row> & { readonly column: Column<Row> }) {
  const is = arranged.sort === key ? 'ascending' : arranged.sort === `-${key}` ? 'descending' : null
  const next = is === 'ascending' ? `-${key}` : key
  return (
    <th scope="col" aria-sort={is ?? undefined}>
      <a class="sort" href={frame.href(path, { ...asked, sort: next })}>
        {head}
        {is !== null && <span aria-hidden="true">{is === 'ascending' ? ' ▲' : ' ▼'}</span>}
      </a>
    </th>
  )
}

function Place<Row>({ frame, arranged }: TableContent<Row>) {
  const { first, rows, total, page, pageCount } = arranged
  const last = first + rows.length - 1
  return (
    <p class="hint" role="status">
      {frame.say(
        `Baris ${first}–${last} dari ${total}, halaman ${page} dari ${pageCount}`,
        `Rows ${first}–${last} of ${total}, page ${page} of ${pageCount}`,
      )}
    </p>
  )
}

function Pages<Row>({ frame, path, asked, arranged }: TableContent<Row>) {
  const { say } = frame
  const { page, pageCount, sort } = arranged
  const at = (wanted: number) => frame.href(path, { ...asked, sort, page: String(wanted) })
  return (
    <nav class="paging" aria-label={say('Halaman daftar', 'Pages of the list')}>
      {page > 1 && (
        <a class="button quiet" href={at(1)}>
          {say('Awal', 'First')}
        </a>
      )}
      {page > 1 && (
        <a class="button" rel="prev" href={at(page - 1)}>
          {say('Sebelumnya', 'Previous')}
        </a>
      )}
      {page < pageCount && (
        <a class="button" rel="next" href={at(page + 1)}>
          {say('Berikutnya', 'Next')}
        </a>
      )}
      {page < pageCount && (
        <a class="button quiet" href={at(pageCount)}>
          {say('Akhir', 'Last')}
        </a>
      )}
    </nav>
  )
}
