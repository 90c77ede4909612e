import { and, eq, isNull } from 'drizzle-orm'
import { issuedDocuments } from '../../schema/issued-documents.ts'
import type { IssuedDocumentType } from '../domain/change-rules.ts'
import type { IssuedDocument } from '../domain/rule-tables/rows.ts'
import type { Database } from './database.ts'

export type KeptLetter = Pick<
  IssuedDocument,
  | 'id'
  | 'entry'
  | 'number'
  | 'issuerRegion'
  | 'issuedOn'
  | 'holderHash'
  | 'withdrawnOn'
  | 'sourceId'
> & { readonly documentType: IssuedDocumentType }

/** A letter as it stands now. */
export async function findLetter({ db }: Database, id: string): Promise<KeptLetter | undefined> {
  const [row] = await db
    .select({
      id: issuedDocuments.id,
      entry: issuedDocuments.entry,
      documentType: issuedDocuments.documentType,
      number: issuedDocuments.number,
      issuerRegion: issuedDocuments.issuerRegion,
      issuedOn: issuedDocuments.issuedOn,
      holderHash: issuedDocuments.holderHash,
      withdrawnOn: issuedDocuments.withdrawnOn,
      sourceId: issuedDocuments.sourceId,
    })
    .from(issuedDocuments)
    .where(and(eq(issuedDocuments.id, id), isNull(issuedDocuments.supersededBy)))
  // No other type can be recorded: the table refuses papers whose number is a person's own.
  return row && { ...row, documentType: row.documentType as IssuedDocumentType }
}
