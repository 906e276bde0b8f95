import { isType, type ModdleElement } from './moddle-element.js';

/** Tools whose attributes are understood, our own first, with the namespaces that they write. */
const NAMESPACES = {
  lianban: 'http://lianban.org/schema/bpmn',
  camunda: 'http://camunda.org/schema/1.0/bpmn',
  operaton: 'http://operaton.org/schema/1.0/bpmn',
  flowable: 'http://flowable.org/bpmn',
  activiti: 'http://activiti.org/bpmn',
  zeebe: 'http://camunda.org/schema/zeebe/1.0',
} as const;

export type Vendor = keyof typeof NAMESPACES;

export const vendors = Object.keys(NAMESPACES) as readonly Vendor[];

type Prefixes = ReadonlyMap<string, Vendor>;

/** By the root of the file, so that it is worked out once. */
const known = new WeakMap<ModdleElement, Prefixes>();

/**
 * Whose a qualified name is, e.g. that of an attribute: by the namespace that the file gives its prefix, or else by
 * the usual prefix; undefined for a name of somebody else.
 */
export function vendorOf(element: ModdleElement, qualified: string): Vendor | undefined {
  const split = qualified.indexOf(':');
  return split < 1 ? undefined : prefixesIn(element).get(qualified.slice(0, split));
}

/** The prefixes of a vendor in the file of an element. */
export function prefixesOf(element: ModdleElement, vendor: Vendor): readonly string[] {
  return [...prefixesIn(element)].flatMap(([prefix, whose]) => (whose === vendor ? [prefix] : []));
}

function prefixesIn(element: ModdleElement): Prefixes {
  const root = rootOf(element);
  const before = known.get(root);
  if (before) return before;
  const prefixes = new Map<string, Vendor>(vendors.map((vendor) => [vendor, vendor]));
  for (const [name, uri] of Object.entries(root.$attrs ?? {})) {
    const vendor = vendors.find((each) => NAMESPACES[each] === uri);
    if (name.startsWith('xmlns:') && vendor) prefixes.set(name.slice('xmlns:'.length), vendor);
  }
  known.set(root, prefixes);
  return prefixes;
}

function rootOf(element: ModdleElement): ModdleElement {
  let root = element;
  while (root.$parent && !isType(root, 'bpmn:Definitions')) root = root.$parent;
  return root;
}
