import { type OutgoingHttpHeader, type OutgoingHttpHeaders, ServerResponse } from 'node:http'

/**
 * A response that keeps its headers until they are written all at once. Node's own checks and stores
 * each as it is set, and again as it is written: on a dozen headers that is a fourteenth of a lookup.
 */
export class LightResponse extends ServerResponse {
  /** Name and value by the name in small letters. */
  readonly #headers = new Map<string, readonly [name: string, value: OutgoingHttpHeader]>()

  override setHeader(name: string, value: number | string | readonly string[]): this {
    if (this.headersSent) return super.setHeader(name, value)
    this.#headers.set(name.toLowerCase(), [name, value as OutgoingHttpHeader])
    return this
  }

  override appendHeader(name: string, value: string | readonly string[]): this {
    const before = this.getHeader(name) ?? []
    return this.setHeader(name, [before, value].flat().map(String))
  }

  override getHeader(name: string): OutgoingHttpHeader | undefined {
    return this.#headers.get(name.toLowerCase())?.[1]
  }

  override hasHeader(name: string): boolean {
    return this.#headers.has(name.toLowerCase())
  }

  override removeHeader(name: string): void {
    if (this.headersSent) super.removeHeader(name)
    this.#headers.delete(name.toLowerCase())
  }

  override getHeaderNames(): string[] {
    return [...this.#headers.keys()]
  }

  override getHeaders(): OutgoingHttpHeaders {
    return Object.fromEntries([...this.#headers].map(([key, [, value]]) => [key, value]))
  }

  override writeHead(status: number, ...rest: unknown[]): this {
    const reason = typeof rest[0] === 'string' ? rest[0] : undefined
    const given = rest[reason === undefined ? 0 : 1] as OutgoingHttpHeaders | undefined
    for (const name in given) {
      const value = given[name]
      if (value !== undefined) this.setHeader(name, value)
    }
    const headers: OutgoingHttpHeader[] = []
    for (const [name, value] of this.#headers.values()) headers.push(name, value)
    return reason === undefined
      ? super.writeHead(status, headers)
      : super.writeHead(status, reason, headers)
  }
}
