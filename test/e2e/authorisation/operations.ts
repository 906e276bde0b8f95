/** The OpenAPI document, as far as the matrix reads it. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly 'x-access': string }>>>>;
}

/** One operation of the document. */
export interface Operation {
  /** As `GET /api/v1/cases/{id}`: how the tables of the matrix name it. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly access: string;
}

/** Every operation that the document names. */
export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { 'x-access': access }]) => ({
      name: `${method.toUpperCase()} ${path}`,
      method: method.toUpperCase(),
      path,
      access,
    })),
  );
}
