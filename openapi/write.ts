import { writeFileSync } from 'node:fs'
import { committedDocument, currentDocument } from './document.ts'

writeFileSync(committedDocument, currentDocument())
