/** A refusal or failure of the API, made from problem+json (RFC 9457) or from a broken connection. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string | undefined;
  readonly fields: readonly FieldProblem[];
  readonly facts: Readonly<Record<string, unknown>>;

  constructor(of: ProblemFacts) {
    super(of.detail ?? of.title);
    this.name = 'ApiProblem';
    this.status = of.status;
    this.code = of.code;
    this.title = of.title;
    this.detail = of.detail;
    this.fields = of.fields ?? [];
    this.facts = of.facts ?? {};
  }
}

interface ProblemFacts {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail?: string | undefined;
  readonly fields?: readonly FieldProblem[];
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** One refused field: its path in the request body, such as `resident.phone`, and why. */
export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** Reads any error body; a body that is not problem+json keeps at least the HTTP status. */
export function problemFrom(status: number, body: unknown): ApiProblem {
  const record = isRecord(body) ? body : {};
  const errors = Array.isArray(record['errors']) ? record['errors'] : [];
  return new ApiProblem({
    status,
    code: text(record['code']) ?? `http-${status}`,
    title: text(record['title']) ?? `HTTP ${status}`,
    detail: text(record['detail']),
    fields: errors.filter(isFieldProblem),
    facts: isRecord(record['details']) ? record['details'] : {},
  });
}

/** What is thrown when no answer came at all. */
export function connectionProblem(): ApiProblem {
  return new ApiProblem({ status: 0, code: 'connection-lost', title: 'no answer from the server' });
}

function isFieldProblem(value: unknown): value is FieldProblem {
  return isRecord(value) && typeof value['field'] === 'string' && typeof value['message'] === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
