import { messages } from '../../messages/messages.js';

const words = messages.admin;

type Values = Readonly<Record<string, unknown>>;

/** What differs between two states of an entry, one line for each field. */
export function differences(before: Values, after: Values): string[] {
  const [old, now] = [flat(before), flat(after)];
  return Object.keys(now)
    .filter((key) => key !== 'note' && old[key] !== now[key])
    .map((key) => words.changed(labelOf(key), textOf(key, old[key]), textOf(key, now[key])));
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
export function textOf(key: string, value: unknown): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (value === null || value === undefined || value === '')
    return key === 'followUp' ? messages.lists.noChoice : words.nothing;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return messages.lists.choices[text] ?? text;
}
