/** Where a request comes from. */
export interface ClientAddress {
  readonly ip?: string;
  /** What the browser says of itself. */
  readonly userAgent?: string | undefined;
  /** Address of the site as the browser has it; keys sign for one site only. */
  readonly origin?: string | undefined;
}
