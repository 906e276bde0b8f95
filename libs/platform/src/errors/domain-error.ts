/** What kind of refusal it is; the HTTP layer turns it into a status, the command line into an exit code. */
export type DomainErrorKind =
  'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict' | 'unprocessable' | 'unavailable';

/** One wrong field of an input, for a form to show beside its control. */
export interface FieldError {
  readonly field: string;
  readonly message: string;
}

/** What a {@link DomainError} is made of. */
export interface DomainErrorInit {
  /** Stable, kebab-case, documented: clients compare it. */
  readonly code: string;
  readonly kind: DomainErrorKind;
  /** Names the thing, what was expected and how to mend it. */
  readonly message: string;
  /** Facts for programs. Never personal data. */
  readonly details?: Record<string, unknown>;
  readonly fields?: readonly FieldError[];
  readonly cause?: unknown;
}

/** An expected refusal. Every lib declares its own in one `*.errors.ts`; anything else that is thrown is a bug. */
export class DomainError extends Error {
  readonly code: string;
  readonly kind: DomainErrorKind;
  readonly details?: Record<string, unknown>;
  readonly fields?: readonly FieldError[];

  constructor(init: DomainErrorInit) {
    super(init.message, init.cause === undefined ? undefined : { cause: init.cause });
    this.name = new.target.name;
    this.code = init.code;
    this.kind = init.kind;
    if (init.details) this.details = init.details;
    if (init.fields) this.fields = init.fields;
  }
}
