import type { AskedValue, JsonValue, Variables } from '@lianban/bpmn';

/** What was filled in so far, by the paths of the values; what was emptied is undefined. */
export type GivenValues = Readonly<Record<string, JsonValue | undefined>>;

/** With what a value is filled in. */
export type AskedControl = 'flag' | 'number' | 'text';

/** How a value is asked for: by what the diagram compares it with. */
export function controlOf({ values }: AskedValue): AskedControl {
  const kinds = new Set(values.map((value) => typeof value));
  if (kinds.size !== 1) return 'text';
  if (kinds.has('boolean')) return 'flag';
  return kinds.has('number') ? 'number' : 'text';
}

/** A text that was typed, as the value that it most likely means where the diagram does not tell. */
export function valueTyped(text: string, { values }: AskedValue): JsonValue | undefined {
  const typed = text.trim();
  if (typed === '') return undefined;
  if (values.some((value) => typeof value === 'string')) return typed;
  if (typed === 'true' || typed === 'false') return typed === 'true';
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/u.test(typed) ? Number(typed) : typed;
}

/** Values by path as variables: `returned.unit` becomes a part of `returned`, beside what is known of it. */
export function variablesOf(given: GivenValues, known: Variables = {}): Variables {
  const variables: Record<string, JsonValue> = {};
  for (const [path, value] of Object.entries(given)) {
    const [name = '', ...parts] = path.split('.');
    if (value === undefined && valueAt(known, path) === undefined) continue;
    variables[name] = withPart(variables[name] ?? known[name], parts, value ?? null);
  }
  return variables;
}

/** The value at a path; undefined where there is none. */
export function valueAt(variables: Variables, path: string): JsonValue | undefined {
  const [name = '', ...parts] = path.split('.');
  return parts.reduce<JsonValue | undefined>((value, part) => partsOf(value)?.[part], variables[name]) ?? undefined;
}

function withPart(whole: JsonValue | undefined, [part, ...deeper]: readonly string[], value: JsonValue): JsonValue {
  if (part === undefined) return value;
  const parts = partsOf(whole);
  return { ...parts, [part]: withPart(parts?.[part], deeper, value) };
}

function partsOf(value: JsonValue | undefined): Readonly<Record<string, JsonValue>> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, JsonValue>>)
    : undefined;
}
