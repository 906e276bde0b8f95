/** A request that may be sent again: the same key with the same content must have its effect once. */
export interface IdempotentRequest {
  /** The client's `Idempotency-Key`. */
  readonly key: string;
  /** Account id, or `public` for residents. */
  readonly account: string;
  /** SHA-256 of method, address and content. */
  readonly hash: string;
}
