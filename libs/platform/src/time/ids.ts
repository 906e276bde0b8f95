import { v7 } from 'uuid';

/** A new id: UUID version 7 (RFC 9562), so that ids sort by time of creation and indexes stay dense. */
export function newId(): string {
  return v7();
}
