import type { Dependencies } from '../dependencies.ts'
import type { Bilingual } from '../domain/bilingual.ts'
import { answerProblem, PROBLEMS, type Problem, type ProblemKind } from '../problem.ts'
import type { RequestContext } from '../request-context.ts'
import { CheckForm } from './check-form.tsx'
import { type Frame, frameOf } from './frame.ts'
import { Page, sendPage } from './page.tsx'

/** What people read instead of the words for programs; the others say enough as they are. */
const FOR_PEOPLE: Partial<Record<ProblemKind, { title: Bilingual; advice: Bilingual }>> = {
  'not-found': {
    title: { id: 'Halaman ini tidak ada', en: 'There is no such page' },
    advice: {
      id: 'Mungkin alamatnya salah ketik. Periksa perusahaan lewat kotak di bawah.',
      en: 'Perhaps the address was mistyped. Check a company with the box below.',
    },
  },
  'agency-not-found': {
    title: { id: 'Perusahaan ini tidak ada di alamat ini', en: 'No company is at this address' },
    advice: {
      id: 'Ini bukan berarti perusahaan itu tidak sah. Periksa dengan nama atau nomor izinnya.',
      en: 'This does not mean that the company is illegal. Check by its name or licence number.',
    },
  },
  'check-not-found': {
    title: { id: 'Kode ini tidak ditemukan', en: 'This code was not found' },
    advice: {
      id: 'Bandingkan lagi huruf demi huruf. Kode yang sudah lama dihapus: kalau begitu, periksa lagi dari awal.',
      en: 'Compare it letter by letter. Old codes are deleted: then check again from the start.',
    },
  },
  'body-too-large': {
    title: { id: 'Isiannya terlalu banyak', en: 'That is too much at once' },
    advice: {
      id: 'Kembali ke halaman sebelumnya dan kurangi isinya, misalnya jumlah suratnya.',
      en: 'Go back to the page before and shorten it, for instance by fewer papers.',
    },
  },
  'registry-unavailable': {
    title: { id: 'Kami belum dapat melihat daftar', en: 'We cannot see the register just now' },
    advice: {
      id: 'Ini bukan jawaban tentang perusahaan mana pun. Coba lagi beberapa menit lagi. Jangan membayar atau berangkat sebelum ada jawaban.',
      en: 'This says nothing about any company. Try again in a few minutes. Do not pay or leave before there is an answer.',
    },
  },
  'service-busy': {
    title: { id: 'Layanan sedang ramai', en: 'The service is busy' },
    advice: {
      id: 'Ini bukan jawaban tentang perusahaan mana pun. Coba lagi sebentar lagi.',
      en: 'This says nothing about any company. Try again shortly.',
    },
  },
  'too-many-requests': {
    title: { id: 'Terlalu banyak pertanyaan sekaligus', en: 'Too many questions at once' },
    advice: {
      id: 'Tunggu satu menit, lalu periksa lagi.',
      en: 'Wait a minute, then check again.',
    },
  },
  'unexpected-failure': {
    title: { id: 'Ada kesalahan di pihak kami', en: 'Something went wrong on our side' },
    advice: {
      id: 'Ini bukan jawaban tentang perusahaan mana pun. Coba lagi. Bila berulang, sampaikan nomor di bawah kepada pengelola.',
      en: 'This says nothing about any company. Try again. If it happens again, tell the operator the number below.',
    },
  },
}

interface ErrorContent {
  readonly frame: Frame
  readonly kind: ProblemKind
  readonly requestId: string
}

export function ErrorPage({ frame, kind, requestId }: ErrorContent) {
  const { title, advice } = FOR_PEOPLE[kind] ?? {
    title: PROBLEMS[kind].title,
    advice: PROBLEMS[kind].remedy,
  }
  return (
    <Page frame={frame} title={frame.pick(title)} hasSuggestions>
      <h1>{frame.pick(title)}</h1>
      <p class="headline">{frame.pick(advice)}</p>
      <CheckForm frame={frame} />
      {PROBLEMS[kind].status >= 500 && (
        <p class="hint">
          {frame.say('Nomor untuk pengelola', 'Number for the operator')}: <code>{requestId}</code>
        </p>
      )}
    </Page>
  )
}

/** Answers a problem with a page to who asked for one, and with a problem document to programs. */
export function answerProblemTo(
  dependencies: Pick<Dependencies, 'config'>,
  methodsAt: (path: string) => readonly string[],
) {
  return (c: RequestContext, problem: Problem): Response => {
    // A page would repeat the address, and the key in it, in its links.
    if (!wantsPage(c) || problem.kind === 'key-in-address') return answerProblem(c, problem)
    const { kind, members } = problem
    if (kind === 'sign-in-required') return sendToSignIn(c)
    if (kind === 'method-not-allowed' && c.req.method !== 'POST') {
      return c.redirect(pageAbove(c.req.path, methodsAt) + new URL(c.req.url).search, 303)
    }
    c.env.outgoing.removeHeader('ETag')
    c.env.outgoing.setHeader('Cache-Control', 'no-store')
    return sendPage(
      c,
      <ErrorPage
        frame={frameOf(c, dependencies)}
        kind={kind}
        requestId={c.get('requestId') ?? ''}
      />,
      PROBLEMS[kind].status,
      members.headers,
    )
  }
}

// Where a form was sent to answers with a page, whose address is then opened anew or in the other language.
function pageAbove(path: string, methodsAt: (path: string) => readonly string[]): string {
  const above = path.slice(0, path.lastIndexOf('/')) || '/'
  return above === '/' || methodsAt(above).includes('GET') ? above : pageAbove(above, methodsAt)
}

const FOR_PROGRAMS = /^\/(v1|assets|metrics|livez|readyz|openapi\.json)(\/|$)/

const PAGE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])

function wantsPage(c: RequestContext): boolean {
  const { method = '', headers } = c.env.incoming
  return (
    PAGE_METHODS.has(method) &&
    !FOR_PROGRAMS.test(c.req.path) &&
    (headers.accept?.includes('text/html') ?? false)
  )
}

// What a form sent is not carried over: only a page that was asked for is come back to.
function sendToSignIn(c: RequestContext): Response {
  const { method, url = '' } = c.env.incoming
  const isAsked = method === 'GET' || method === 'HEAD'
  return c.redirect(isAsked ? `/masuk?${new URLSearchParams({ lanjut: url })}` : '/masuk', 303)
}
