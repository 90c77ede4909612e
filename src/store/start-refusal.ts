/** A start that cannot succeed. The message is one line for the person who started the service: what is wrong, and the way out. */
export class StartRefusal extends Error {
  override readonly name = 'StartRefusal'
}
