/** Where a request comes from. */
export interface ClientAddress {
  readonly ip?: string;
  /** What the browser says of itself. */
  readonly userAgent?: string | undefined;
}
