/** An instant as an ISO-8601 string in UTC, in the form of `Date.toISOString()`; such strings compare in time order. */
export type Instant = string;

/** Any value that a process variable may hold: plain JSON. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** Process variables by name. */
export type Variables = Readonly<Record<string, JsonValue>>;
