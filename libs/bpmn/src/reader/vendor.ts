import type { ModdleElement } from './moddle-element.js';
import { elementOf, elementsOf } from './moddle-element.js';

/** Prefixes whose attributes are understood, our own first. */
const PREFIXES = ['lianban', 'camunda', 'operaton', 'flowable', 'activiti', 'zeebe'] as const;

/** A vendor attribute by its local name, whoever's it is. */
export function vendorAttribute(element: ModdleElement, ...names: readonly string[]): string | undefined {
  for (const prefix of PREFIXES) {
    for (const name of names) {
      const value = element.$attrs?.[`${prefix}:${name}`];
      if (value !== undefined && value !== '') return value;
    }
  }
  return undefined;
}

/** All of our own attributes of an element by local name, for what the engine only passes on. */
export function ownAttributes(element: ModdleElement): Readonly<Record<string, string>> {
  const entries = Object.entries(element.$attrs ?? {}).filter(([name]) => name.startsWith('lianban:'));
  return Object.fromEntries(entries.map(([name, value]) => [name.slice('lianban:'.length), value]));
}

/** Extension elements by local name; `container/name` looks one level deeper. */
export function vendorElements(element: ModdleElement, path: string): readonly ModdleElement[] {
  const [head = '', ...rest] = path.split('/');
  const extensions = elementOf(element, 'extensionElements');
  let found = extensions ? elementsOf(extensions, 'values').filter((child) => isVendor(child, head)) : [];
  for (const name of rest)
    found = found.flatMap((child) => (child.$children ?? []).filter((inner) => isVendor(inner, name)));
  return found;
}

/** An attribute of an extension element. */
export function attributeOf(element: ModdleElement, name: string): string | undefined {
  const value = element[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isVendor(element: ModdleElement, name: string): boolean {
  return PREFIXES.some((prefix) => element.$type === `${prefix}:${name}`);
}
