import type { ModdleElement } from './moddle-element.js';
import { elementOf, elementsOf } from './moddle-element.js';
import { prefixesOf, vendorOf, vendors } from './vendor-namespaces.js';
import type { UnderstoodAttribute, UnderstoodElement } from './vendor-support.js';

/** A vendor attribute by its local name, whoever's it is; our own goes before others'. */
export function vendorAttribute(element: ModdleElement, ...names: readonly UnderstoodAttribute[]): string | undefined {
  if (element.$attrs === undefined) return undefined;
  for (const prefix of vendors.flatMap((vendor) => prefixesOf(element, vendor))) {
    for (const name of names) {
      const value = element.$attrs[`${prefix}:${name}`];
      if (value !== undefined && value !== '') return value;
    }
  }
  return undefined;
}

/** All of our own attributes of an element by local name, for what the engine only passes on. */
export function ownAttributes(element: ModdleElement): Readonly<Record<string, string>> {
  const entries = Object.entries(element.$attrs ?? {}).filter(([name]) => vendorOf(element, name) === 'lianban');
  return Object.fromEntries(entries.map(([name, value]) => [name.slice(name.indexOf(':') + 1), value]));
}

/** Extension elements by local name; `container/name` looks one level deeper. */
export function vendorElements(element: ModdleElement, path: UnderstoodElement): readonly ModdleElement[] {
  const [head = '', ...rest] = path.split('/');
  const extensions = elementOf(element, 'extensionElements');
  let found = extensions ? elementsOf(extensions, 'values').filter((child) => isVendor(element, child, head)) : [];
  for (const name of rest)
    found = found.flatMap((child) => (child.$children ?? []).filter((inner) => isVendor(element, inner, name)));
  return found;
}

/** An attribute of an extension element. */
export function attributeOf(element: ModdleElement, name: string): string | undefined {
  const value = element[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function isVendor(owner: ModdleElement, { $type }: ModdleElement, name: string): boolean {
  return $type.endsWith(`:${name}`) && vendorOf(owner, $type) !== undefined;
}
