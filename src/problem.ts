import { z } from '@hono/zod-openapi'
import type { ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Logger } from 'pino'
import type { Words } from './language.ts'
import type { RequestContext, RequestEnv } from './request-context.ts'

interface ProblemMeaning {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 500 | 503
  readonly title: Words
  /** What the person who gets it can do. */
  readonly remedy: Words
}

export const PROBLEMS = {
  'request-unreadable': {
    status: 400,
    title: { id: 'Permintaan tidak dapat dibaca', en: 'The request could not be read' },
    remedy: {
      id: 'Periksa bentuk permintaan: JSON yang utuh, tanpa kunci ganda, dan alamat yang benar.',
      en: 'Check the form of the request: whole JSON without repeated keys, and a correct address.',
    },
  },
  'input-invalid': {
    status: 422,
    title: {
      id: 'Sebagian isian kurang atau keliru',
      en: 'Part of the input is missing or malformed',
    },
    remedy: {
      id: 'Perbaiki setiap isian yang disebut dalam "errors", lalu kirim lagi.',
      en: 'Correct each part named in "errors", then send it again.',
    },
  },
  'not-found': {
    status: 404,
    title: { id: 'Alamat ini tidak ada', en: 'There is nothing at this address' },
    remedy: {
      id: 'Lihat daftar alamat di /docs.',
      en: 'See the list of addresses at /docs.',
    },
  },
  'agency-not-found': {
    status: 404,
    title: { id: 'Tidak ada perusahaan dengan id ini', en: 'No agency has this id' },
    remedy: {
      id: 'Ini bukan berarti perusahaan itu tidak sah. Cari dengan nama atau nomor izin di /v1/verify.',
      en: 'This does not mean that a company is illegal. Ask by name or licence number at /v1/verify.',
    },
  },
  'licence-not-found': {
    status: 404,
    title: {
      id: 'Tidak ada izin dengan nomor ini dalam daftar',
      en: 'The register holds no licence with this number',
    },
    remedy: {
      id: 'Ini bukan berarti perusahaan itu tidak sah. Periksa nomornya, lalu tanyakan di /v1/verify.',
      en: 'This does not mean that a company is illegal. Check the number, then ask at /v1/verify.',
    },
  },
  'source-not-found': {
    status: 404,
    title: { id: 'Tidak ada sumber dengan id ini', en: 'No source has this id' },
    remedy: { id: 'Lihat daftar sumber di /v1/sources.', en: 'See the sources at /v1/sources.' },
  },
  'check-not-found': {
    status: 404,
    title: {
      id: 'Tidak ada pemeriksaan dengan kode ini',
      en: 'There is no check with this code',
    },
    remedy: {
      id: 'Periksa lagi huruf demi huruf. Kode lama dihapus: lakukan pemeriksaan baru.',
      en: 'Compare it letter by letter. Old codes are deleted: make a new check.',
    },
  },
  'subject-not-found': {
    status: 404,
    title: { id: 'Tidak ada catatan dengan id ini', en: 'Nothing is recorded under this id' },
    remedy: {
      id: 'Periksa idnya. Perusahaan dicari dengan nama atau nomor di /v1/agencies.',
      en: 'Check the id. Agencies are found by name or number at /v1/agencies.',
    },
  },
  'proposal-not-found': {
    status: 404,
    title: { id: 'Tidak ada usulan dengan id ini', en: 'There is no proposal with this id' },
    remedy: {
      id: 'Lihat usulan yang menunggu di /v1/admin/proposals.',
      en: 'See the proposals that wait at /v1/admin/proposals.',
    },
  },
  'import-not-found': {
    status: 404,
    title: { id: 'Tidak ada impor dengan id ini', en: 'There is no import with this id' },
    remedy: {
      id: 'Lihat daftar impor di /v1/admin/imports.',
      en: 'See the imports at /v1/admin/imports.',
    },
  },
  'second-person-needed': {
    status: 403,
    title: {
      id: 'Keputusan ini memerlukan orang lain',
      en: 'This takes another person',
    },
    remedy: {
      id: 'Yang mengusulkan tidak boleh menyetujui atau menolaknya; yang boleh menariknya hanya yang mengusulkan.',
      en: 'Who proposed it may neither approve nor decline it, and nobody else may withdraw it.',
    },
  },
  'person-not-found': {
    status: 404,
    title: { id: 'Orang atau peran ini tidak ada', en: 'There is no such person or role' },
    remedy: {
      id: 'Lihat daftar orang di /v1/admin/people.',
      en: 'See the people at /v1/admin/people.',
    },
  },
  'sign-in-required': {
    status: 401,
    title: { id: 'Anda perlu masuk dahulu', en: 'You need to sign in first' },
    remedy: {
      id: 'Masuk di /masuk, lalu coba lagi.',
      en: 'Sign in at /masuk, then try again.',
    },
  },
  'not-allowed': {
    status: 403,
    title: {
      id: 'Peran Anda tidak mengizinkan ini',
      en: 'Your role does not allow this',
    },
    remedy: {
      id: 'Mintalah peran yang sesuai kepada administrator.',
      en: 'Ask an administrator for the role it takes.',
    },
  },
  'step-up-needed': {
    status: 403,
    title: {
      id: 'Buktikan sekali lagi bahwa ini Anda',
      en: 'Prove once more that it is you',
    },
    remedy: {
      id: 'Kirim kode aplikasi atau kunci sandi ke POST /v1/admin/sessions/proof, lalu ulangi permintaan ini dalam lima menit.',
      en: 'Send a code of the authenticator app or a passkey to POST /v1/admin/sessions/proof, then repeat this request within five minutes.',
    },
  },
  'other-site': {
    status: 403,
    title: {
      id: 'Permintaan ini tidak dibuat oleh halaman layanan ini',
      en: 'This request was not made by a page of this service',
    },
    remedy: {
      id: 'Buka halaman layanan ini di alamatnya sendiri, lalu ulangi di sana.',
      en: 'Open this service at its own address and do it there.',
    },
  },
  'log-unsigned': {
    status: 404,
    title: { id: 'Log belum ditandatangani', en: 'The log has not been signed yet' },
    remedy: {
      id: 'Coba lagi sebentar lagi.',
      en: 'Try again shortly.',
    },
  },
  'log-entry-not-found': {
    status: 404,
    title: {
      id: 'Catatan dengan nomor ini tidak ada dalam log yang ditandatangani',
      en: 'The signed log has no entry with this number',
    },
    remedy: {
      id: 'Lihat ukuran log di /v1/log/checkpoint. Catatan baru ditandatangani dalam satu menit.',
      en: 'See the log’s size at /v1/log/checkpoint. New entries are signed within a minute.',
    },
  },
  'log-tile-not-found': {
    status: 404,
    title: {
      id: 'Log yang ditandatangani tidak memiliki bagian ini',
      en: 'The signed log has no such tile',
    },
    remedy: {
      id: 'Bagian yang ada dapat dihitung dari ukuran log: lihat c2sp.org/tlog-tiles.',
      en: 'Which tiles there are follows from the log’s size: see c2sp.org/tlog-tiles.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: {
      id: 'Alamat ini tidak menerima metode itu',
      en: 'This address does not take that method',
    },
    remedy: {
      id: 'Pakai metode yang disebut dalam kepala jawaban Allow.',
      en: 'Use a method named in the Allow header.',
    },
  },
  'key-unusable': {
    status: 401,
    title: {
      id: 'Kunci tidak ada atau tidak dapat dipakai',
      en: 'The key is missing or cannot be used',
    },
    remedy: {
      id: 'Kirim kunci yang berlaku dalam kepala Authorization: Bearer pst_…, atau minta kunci baru kepada pengelola.',
      en: 'Send a valid key as Authorization: Bearer pst_…, or ask the operator for a new one.',
    },
  },
  'key-not-allowed': {
    status: 403,
    title: { id: 'Kunci ini tidak berlaku untuk itu', en: 'This key does not permit that' },
    remedy: {
      id: 'Pakai kunci dengan cakupan (scope) dan wilayah yang sesuai; lihat /v1/usage.',
      en: 'Use a key of the scope and the place that it needs; see /v1/usage.',
    },
  },
  'key-not-found': {
    status: 404,
    title: { id: 'Tidak ada kunci dengan id ini', en: 'No key has this id' },
    remedy: { id: 'Lihat daftar kunci.', en: 'See the list of keys.' },
  },
  'key-in-address': {
    status: 400,
    title: { id: 'Kunci tidak boleh ada di alamat', en: 'A key must not stand in an address' },
    remedy: {
      id: 'Alamat tercatat di banyak tempat. Kirim kunci dalam kepala Authorization, dan ganti kunci ini.',
      en: 'Addresses are written down in many places. Send it in the Authorization header, and replace this key.',
    },
  },
  'issued-document-not-found': {
    status: 404,
    title: { id: 'Tidak ada surat dengan id ini', en: 'No issued document has this id' },
    remedy: {
      id: 'Pakai id yang diberikan ketika surat itu dicatat.',
      en: 'Use the id that was given when the letter was recorded.',
    },
  },
  conflict: {
    status: 409,
    title: {
      id: 'Perubahan ini bertentangan dengan data yang sudah ada',
      en: 'This change contradicts what is already recorded',
    },
    remedy: {
      id: 'Baca keadaan terbaru, lalu putuskan lagi.',
      en: 'Read the present state, then decide again.',
    },
  },
  'request-in-progress': {
    status: 409,
    title: {
      id: 'Permintaan dengan Idempotency-Key ini masih dikerjakan',
      en: 'A request with this Idempotency-Key is still being answered',
    },
    remedy: {
      id: 'Tunggu sebentar, lalu kirim lagi permintaan yang sama.',
      en: 'Wait a moment, then send the same request again.',
    },
  },
  'idempotency-key-reused': {
    status: 422,
    title: {
      id: 'Idempotency-Key ini sudah dipakai untuk isi yang lain',
      en: 'This Idempotency-Key was used for another body',
    },
    remedy: {
      id: 'Pakai kunci baru untuk pertanyaan baru.',
      en: 'Use a new key for a new question.',
    },
  },
  'precondition-failed': {
    status: 412,
    title: {
      id: 'Data sudah berubah sejak Anda membacanya',
      en: 'The record has changed since you read it',
    },
    remedy: {
      id: 'Baca lagi, lalu kirim dengan ETag yang baru.',
      en: 'Read it again, then send the new ETag.',
    },
  },
  'precondition-required': {
    status: 428,
    title: { id: 'Perubahan ini memerlukan If-Match', en: 'This change needs If-Match' },
    remedy: {
      id: 'Kirim ETag dari bacaan terakhir dalam kepala If-Match.',
      en: 'Send the ETag of your last reading in If-Match.',
    },
  },
  'body-too-large': {
    status: 413,
    title: { id: 'Isi permintaan terlalu besar', en: 'The body of the request is too large' },
    remedy: { id: 'Kirim dalam bagian yang lebih kecil.', en: 'Send it in smaller parts.' },
  },
  'upload-too-large': {
    status: 413,
    title: { id: 'Berkasnya terlalu besar', en: 'The file is too large' },
    remedy: {
      id: 'Paling besar 25 MB. Tidak ada yang tersimpan. Simpan daftarnya sebagai CSV, tanpa gambar dan lembar lain.',
      en: 'It may have 25 MB at most. Nothing was kept. Save the list as CSV, without pictures and other sheets.',
    },
  },
  'upload-broken-off': {
    status: 400,
    title: {
      id: 'Berkasnya terputus sebelum sampai seluruhnya',
      en: 'The file broke off before all of it arrived',
    },
    remedy: {
      id: 'Tidak ada yang tersimpan. Kirim lagi berkas yang sama.',
      en: 'Nothing was kept. Send the same file again.',
    },
  },
  'media-type-unsupported': {
    status: 415,
    title: {
      id: 'Jenis isi permintaan ini tidak diterima',
      en: 'This type of body is not accepted',
    },
    remedy: {
      id: 'Kirim dengan kepala Content-Type: application/json.',
      en: 'Send it with Content-Type: application/json.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { id: 'Terlalu banyak permintaan', en: 'Too many requests' },
    remedy: {
      id: 'Tunggu sebanyak detik dalam Retry-After. Untuk banyak pertanyaan pakai /v1/verify/batch.',
      en: 'Wait the seconds in Retry-After. For many questions use /v1/verify/batch.',
    },
  },
  'recording-held': {
    status: 503,
    title: {
      id: 'Pencatatan dihentikan sementara',
      en: 'Recording is on hold',
    },
    remedy: {
      id: 'Catatan di sini tidak sama dengan yang sudah diterbitkan. Pengelola perlu memulihkannya dahulu.',
      en: 'The record here is not the one that was published. The operator has to restore it first.',
    },
  },
  'registry-unavailable': {
    status: 503,
    title: {
      id: 'Daftar sedang tidak dapat dibaca; ini bukan jawaban tentang perusahaan mana pun',
      en: 'The register cannot be read just now; this says nothing about any company',
    },
    remedy: {
      id: 'Coba lagi sebentar lagi. Jangan berangkat atau membayar sebelum ada jawaban.',
      en: 'Try again shortly. Do not depart or pay before there is an answer.',
    },
  },
  'service-unavailable': {
    status: 503,
    title: { id: 'Layanan sedang terganggu', en: 'The service is interrupted' },
    remedy: { id: 'Coba lagi sebentar lagi.', en: 'Try again shortly.' },
  },
  'service-busy': {
    status: 503,
    title: {
      id: 'Layanan sedang penuh; ini bukan jawaban tentang perusahaan mana pun',
      en: 'The service is busy; this says nothing about any company',
    },
    remedy: { id: 'Coba lagi sebentar lagi.', en: 'Try again shortly.' },
  },
  'unexpected-failure': {
    status: 500,
    title: { id: 'Ada kesalahan di pihak kami', en: 'Something went wrong on our side' },
    remedy: {
      id: 'Coba lagi. Bila berulang, sampaikan request_id kepada pengelola.',
      en: 'Try again. If it happens again, tell the operator the request_id.',
    },
  },
} as const satisfies Record<string, ProblemMeaning>

export type ProblemKind = keyof typeof PROBLEMS
export const PROBLEM_KINDS = Object.keys(PROBLEMS) as ProblemKind[]

/** One part of the input that is wrong: a place in the body (JSON pointer), or a parameter's name. */
export type InputFault = { readonly detail: Words | string } & (
  | { readonly pointer: string }
  | { readonly parameter: string }
)

export interface ProblemMembers {
  readonly detail?: Words | string
  readonly errors?: readonly InputFault[]
  /** Response headers that belong to it, such as Allow or Retry-After. */
  readonly headers?: Readonly<Record<string, string>>
}

/** Throw one in `http/` or `web/`; API clients receive it as an RFC 9457 document. */
export class Problem extends Error {
  override readonly name = 'Problem'
  readonly kind: ProblemKind
  readonly members: ProblemMembers

  constructor(kind: ProblemKind, members: ProblemMembers = {}) {
    super(PROBLEMS[kind].title.en)
    this.kind = kind
    this.members = members
  }
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json'

export const ProblemSchema = z
  .strictObject({
    type: z.string().openapi({ format: 'uri-reference', example: '/problems/input-invalid' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string(),
    request_id: z.string(),
    errors: z
      .array(
        z.strictObject({
          pointer: z.string().optional(),
          parameter: z.string().optional(),
          detail: z.string(),
        }),
      )
      .optional(),
  })
  .openapi('Problem', { description: 'A problem document (RFC 9457).' })

/** The problems a route may answer with, to spread into its `responses`. */
export function problemResponses<Kind extends ProblemKind>(...kinds: Kind[]) {
  const byStatus = new Map<number, Kind[]>()
  for (const kind of kinds) {
    const { status } = PROBLEMS[kind]
    byStatus.set(status, [...(byStatus.get(status) ?? []), kind])
  }
  const responses = [...byStatus].map(([status, sharing]) => [
    status,
    {
      description: sharing.map((kind) => PROBLEMS[kind].title.en).join('; '),
      content: {
        [PROBLEM_MEDIA_TYPE]: {
          schema: ProblemSchema,
          examples: Object.fromEntries(sharing.map((kind) => [kind, { value: exampleOf(kind) }])),
        },
      },
    },
  ])
  return Object.fromEntries(responses) as Record<
    (typeof PROBLEMS)[Kind]['status'],
    {
      description: string
      content: Record<typeof PROBLEM_MEDIA_TYPE, { schema: typeof ProblemSchema }>
    }
  >
}

function exampleOf(kind: ProblemKind) {
  const { status, title, remedy } = PROBLEMS[kind]
  return {
    type: `/problems/${kind}`,
    title: title.id,
    status,
    detail: remedy.id,
    request_id: '6f1b0c52-6a0e-4d1e-9b5e-2f8f0c7a4d11',
    ...(kind === 'input-invalid'
      ? { errors: [{ parameter: 'on', detail: 'Isi dengan tanggal YYYY-MM-DD yang ada.' }] }
      : {}),
  }
}

/** The response for a problem, in the caller's language. */
export function answerProblem(c: RequestContext, { kind, members }: Problem): Response {
  const { status, title, remedy } = PROBLEMS[kind]
  const language = c.get('language') ?? 'id'
  const say = (words: Words | string) => (typeof words === 'string' ? words : words[language])
  const document = {
    type: `/problems/${kind}`,
    title: title[language],
    status,
    detail: say(members.detail ?? remedy),
    request_id: c.get('requestId') ?? '',
    ...(members.errors
      ? { errors: members.errors.map((fault) => ({ ...fault, detail: say(fault.detail) })) }
      : {}),
  }
  // What a handler said of the answer it did not finish is not true of this one.
  c.env.outgoing.removeHeader('ETag')
  c.env.outgoing.setHeader('Cache-Control', 'no-store')
  c.env.outgoing.setHeader('Content-Language', language)
  return c.json(document, status, {
    'Content-Type': PROBLEM_MEDIA_TYPE,
    ...(status === 503 ? { 'Retry-After': '1' } : {}),
    ...members.headers,
  })
}

/** How a problem is answered: as a document, or as a page to who asked for one. */
export type AnswerProblem = typeof answerProblem

/** The one place where what was thrown becomes an answer. The cause of a 500 goes to the log only. */
export function onError(
  { log }: { readonly log: Logger },
  answer: AnswerProblem = answerProblem,
): ErrorHandler<RequestEnv> {
  return (error, c) => {
    if (error instanceof Problem) return answer(c, error)
    if (error instanceof HTTPException && error.status < 500) {
      return answer(
        c,
        new Problem(error.status === 415 ? 'media-type-unsupported' : 'request-unreadable'),
      )
    }
    log.error({ err: error, request_id: c.get('requestId') }, 'unexpected failure')
    return answer(c, new Problem('unexpected-failure'))
  }
}

/** For what no route answers: the wrong method where another one would do, or nothing there at all. */
export function notFound(
  methodsAt: (path: string) => readonly string[],
  answer: AnswerProblem = answerProblem,
): NotFoundHandler<RequestEnv> {
  return (c) => {
    const allowed = methodsAt(c.req.path)
    if (allowed.length === 0 || allowed.includes(c.req.method)) {
      return answer(c, new Problem('not-found'))
    }
    const headers = { Allow: allowed.join(', ') }
    return answer(c, new Problem('method-not-allowed', { headers }))
  }
}
