import { CONTACT_TABLES } from './contact-tables.ts'
import { LAW_TABLES } from './law-tables.ts'
import { PLACEMENT_TABLES } from './placement-tables.ts'

/** Every table of dated rows that the console shows. */
export const RULE_TABLES = [...PLACEMENT_TABLES, ...LAW_TABLES, ...CONTACT_TABLES]
