import { Hono } from 'hono'
import { html } from 'hono/html'
import { LANGUAGES } from '../language.ts'
import { PROBLEM_KINDS, PROBLEMS, type ProblemKind } from '../problem.ts'
import type { RequestEnv } from '../request-context.ts'

/** What the `type` of a problem document resolves to: the same table, for people. */
export function problemPages() {
  return new Hono<RequestEnv>()
    .get('/problems', (c) => c.html(page('Problems', PROBLEM_KINDS)))
    .get('/problems/:kind', (c, next) => {
      const kind = PROBLEM_KINDS.find((known) => known === c.req.param('kind'))
      return kind ? c.html(page(kind, [kind])) : next()
    })
}

function page(title: string, kinds: readonly ProblemKind[]) {
  return html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${title}</title>
      </head>
      <body>
        <main>
          ${kinds.map(
            (
              kind,
            ) => html`<h1><a href="/problems/${kind}">${kind}</a> (${PROBLEMS[kind].status})</h1>
              ${LANGUAGES.map(
                (language) => html`<section lang="${language}">
                  <h2>${PROBLEMS[kind].title[language]}</h2>
                  <p>${PROBLEMS[kind].remedy[language]}</p>
                </section>`,
              )}`,
          )}
        </main>
      </body>
    </html>`
}
