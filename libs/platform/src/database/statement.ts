/** One SQL statement. With a `name` the server parses it once per connection and reuses the plan. */
export interface Statement {
  /** Unique for its text: PostgreSQL refuses one name with two texts on a connection. */
  readonly name?: string;
  readonly text: string;
  readonly values?: readonly unknown[];
}
