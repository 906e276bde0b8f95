/**
 * The keys under which requests of one place are sent: a request that is sent again, because no answer came to it or
 * because it was refused, keeps its key, and the server does it once; one with other content is another request.
 */
export class RequestKeys {
  readonly #keys = new Map<string, string>();
  readonly #make: () => string;

  constructor(make: () => string) {
    this.#make = make;
  }

  of(content: unknown): string {
    const text = JSON.stringify(content) ?? '';
    const key = this.#keys.get(text) ?? this.#make();
    this.#keys.set(text, key);
    return key;
  }

  /** It was answered: the same content said once more is meant once more. */
  forget(content: unknown): void {
    this.#keys.delete(JSON.stringify(content) ?? '');
  }
}
