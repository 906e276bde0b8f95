/**
 * A way of sealing a value, so that nobody reads it without the key and every change of it is found. What is bound to it
 * is not kept, but has to be the same when it is opened.
 */
export interface SealAlgorithm {
  readonly keyBytes: number;
  seal(key: Buffer, plain: Buffer, bound: Buffer): Buffer;
  /** Undefined: it was sealed with another key or bound to something else, or was changed. */
  open(key: Buffer, sealed: Buffer, bound: Buffer): Buffer | undefined;
}
