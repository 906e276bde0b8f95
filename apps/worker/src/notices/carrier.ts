import type { HandOver, Parcel } from '@lianban/casework';

/** A way out of the product. What it throws is tried again later; a parcel that comes again has the same id. */
export interface Carrier {
  carry(parcel: Parcel): Promise<HandOver>;
  /** Lets connections go that it keeps. */
  close?(): void;
}
