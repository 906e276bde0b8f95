import { messages } from '../../messages/messages.js';

const words = messages.admin;

type Values = Readonly<Record<string, unknown>>;

/** Names of what fields hold by code or id, by the key of the field. */
export type FieldNames = Readonly<Record<string, ReadonlyMap<string, string>>>;

/** What differs between two states of an entry, one line for each field. */
export function differences(before: Values, after: Values, names: FieldNames = {}): string[] {
  const [old, now] = [flat(before), flat(after)];
  return Object.keys(now)
    .filter((key) => key !== 'note' && JSON.stringify(old[key]) !== JSON.stringify(now[key]))
    .map((key) => words.changed(labelOf(key), textOf(key, old[key], names), textOf(key, now[key], names)));
}

/** The own fields of a list lie one level down. */
function flat({ values, ...rest }: Values): Values {
  return { ...rest, ...(typeof values === 'object' && values !== null ? values : {}) };
}

const labels: Readonly<Record<string, string>> = {
  name: words.name,
  position: words.position,
  active: words.active,
  title: messages.templates.heading,
  body: messages.templates.body,
};

function labelOf(key: string): string {
  return labels[key] ?? messages.lists.fields[key] ?? key;
}

/** A value as people read it. */
export function textOf(key: string, value: unknown, names: FieldNames = {}): string {
  if (Array.isArray(value))
    return value.map((each) => textOf(key, each, names)).join(messages.marks.list) || words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (value === null || value === undefined || value === '')
    return key === 'followUp' ? messages.lists.noChoice : words.nothing;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return names[key]?.get(text) ?? messages.lists.choices[text] ?? text;
}
