import type { DocumentType } from '../placement/words.ts'

// Formats and issuers are not certain, so what is unusual is only ever a warning.
const USUAL_FORMAT: Readonly<Partial<Record<DocumentType, RegExp>>> = {
  passport: /^[A-Z]\d{7}$/,
  social_security: /^\d{11}$/,
  identity_card: /^\d{16}$/,
  family_card: /^\d{16}$/,
}

const USUAL_ISSUER: Readonly<Partial<Record<DocumentType, RegExp>>> = {
  passport: /imigrasi|immigration|kjri|kbri|kdei/i,
  marital_status_letter: /desa|kelurahan|kuwu|lurah|kua|dukcapil|catatan sipil/i,
  family_permission: /desa|kelurahan|kuwu|lurah|keluarga|family/i,
  competence_certificate: /lsp|bnsp|sertifikasi/i,
  social_security: /bpjs/i,
  health_insurance: /bpjs|jkn/i,
  worker_card: /p2mi|bp2mi|bp3mi/i,
  pre_departure_orientation: /p2mi|bp2mi|bp3mi|ltsa/i,
  identity_card: /dukcapil|kependudukan|catatan sipil|kabupaten|kota/i,
  family_card: /dukcapil|kependudukan|catatan sipil|kabupaten|kota/i,
  police_record: /polri|polres|polsek|polda|mabes|kepolisian/i,
}

export function isUsualFormat(type: DocumentType, number: string): boolean {
  return USUAL_FORMAT[type]?.test(number.toUpperCase().replace(/[\s.-]+/g, '')) ?? true
}

export function isUsualIssuer(type: DocumentType, issuer: string): boolean {
  return USUAL_ISSUER[type]?.test(issuer) ?? true
}
