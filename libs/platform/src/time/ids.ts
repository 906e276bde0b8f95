import { v5, v7 } from 'uuid';

/** A new id: UUID version 7 (RFC 9562), so that ids sort by time of creation and indexes stay dense. */
export function newId(): string {
  return v7();
}

const namespace = '7b1f2f0e-6a0d-4c1b-9a55-0d6f3f8f2f11';

/** The UUID of a thing that must not come into being twice: the same name gives the same id (version 5). */
export function idFor(name: string): string {
  return v5(name, namespace);
}

/** Whether a value from outside is a UUID in the form that PostgreSQL writes; it would fail on any other text. */
export function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value);
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;
