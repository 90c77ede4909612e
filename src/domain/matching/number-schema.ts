export interface NumberSchema {
  readonly id: string
  /** Tried on the segments joined with `/`, upper case, labels dropped. */
  readonly pattern: RegExp
  /** The lossless normal form; the joined segments when absent. */
  readonly normalise?: (parts: RegExpExecArray) => string
  /** The business number that the licence number begins with, and its serial. */
  readonly nib?: (parts: RegExpExecArray) => { readonly nib?: string; readonly serial?: string }
}
