import type { Bilingual } from '../bilingual.ts'
import type { AuditAction } from './audit-event.ts'
import type { Role } from './role.ts'

export const ROLE_WORDS: Readonly<Record<Role, Bilingual>> = {
  reader: { id: 'pembaca', en: 'reader' },
  recorder: { id: 'pencatat', en: 'recorder' },
  approver: { id: 'penyetuju', en: 'approver' },
  administrator: { id: 'administrator', en: 'administrator' },
  auditor: { id: 'pemeriksa jejak', en: 'auditor' },
}

export const AUDIT_WORDS: Readonly<Record<AuditAction, Bilingual>> = {
  'audit.read': { id: 'melihat jejak', en: 'looked at the trail' },
  'audit.exported': { id: 'mengunduh jejak', en: 'downloaded the trail' },
  'authenticator.replaced': {
    id: 'mengganti aplikasi kode',
    en: 'changed the authenticator app',
  },
  'check.read': { id: 'membaca pemeriksaan', en: 'read a check' },
  'fact.proposed': { id: 'mengusulkan catatan', en: 'proposed a change' },
  'fact.recorded': { id: 'mencatat', en: 'recorded' },
  'invitation.made': { id: 'mengundang', en: 'invited' },
  'invitation.used': { id: 'menerima undangan', en: 'accepted an invitation' },
  'key.issued': { id: 'menerbitkan kunci mitra', en: 'issued a partner key' },
  'key.revoked': { id: 'mencabut kunci mitra', en: 'revoked a partner key' },
  'key.rotated': { id: 'mengganti kunci mitra', en: 'rotated a partner key' },
  'passkey.added': { id: 'menambah kunci sandi', en: 'added a passkey' },
  'passkey.removed': { id: 'menghapus kunci sandi', en: 'removed a passkey' },
  'password.changed': { id: 'mengganti kata sandi', en: 'changed the password' },
  'people.read': { id: 'melihat daftar orang', en: 'looked at people' },
  'person.disabled': { id: 'menonaktifkan', en: 'disabled' },
  'person.enabled': { id: 'mengaktifkan kembali', en: 'enabled again' },
  'proposal.approved': { id: 'menyetujui usulan', en: 'approved a proposal' },
  'proposal.declined': { id: 'menolak usulan', en: 'declined a proposal' },
  'import.approved': { id: 'menyetujui impor daftar', en: 'approved the import of a list' },
  'import.compared_anew': { id: 'membandingkan ulang daftar', en: 'compared a list anew' },
  'import.declined': { id: 'menolak impor daftar', en: 'declined the import of a list' },
  'import.proposed': { id: 'mengusulkan impor daftar', en: 'proposed the import of a list' },
  'import.read': { id: 'membaca impor daftar', en: 'read the import of a list' },
  'import.row_decided': { id: 'memutuskan satu baris daftar', en: 'decided a row of a list' },
  'import.sent': { id: 'mengirim daftar', en: 'sent a list' },
  'import.undoing': { id: 'meminta impor ditarik kembali', en: 'asked to take an import back' },
  'import.withdrawn': { id: 'membatalkan impor daftar', en: 'withdrew the import of a list' },
  'proposal.read': { id: 'membaca usulan', en: 'read a proposal' },
  'proposal.withdrawn': { id: 'menarik usulan', en: 'withdrew a proposal' },
  'role.ended': { id: 'mencabut peran', en: 'took a role' },
  'role.granted': { id: 'memberi peran', en: 'gave a role' },
  'second_factor.reset': { id: 'mengatur ulang cara masuk', en: 'reset the way to sign in' },
  'session.ended': { id: 'mengakhiri sesi', en: 'ended a session' },
  'session.opened': { id: 'masuk', en: 'signed in' },
  'sign_in.refused': { id: 'gagal masuk', en: 'failed to sign in' },
}
