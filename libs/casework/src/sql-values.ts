/** Collects the values of a statement that is put together from parts, so that every value stays a bound parameter. */
export class SqlValues {
  readonly values: unknown[] = [];

  /** Adds a value and gives the parameter that stands for it, as `$3::text[]`. */
  bind(value: unknown, type: 'uuid' | 'uuid[]' | 'text' | 'text[]' | 'timestamptz' | 'integer'): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
