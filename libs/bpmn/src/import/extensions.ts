import { elementOf, elementsOf, type ModdleElement } from '../reader/moddle-element.js';
import { vendorOf } from '../reader/vendor-namespaces.js';
import { advice, harmless, understoodAttributes, understoodElements } from '../reader/vendor-support.js';

/** `kept` stays in the file and changes nothing here; `unsupported` changed something in the tool that it is from. */
export type Support = 'understood' | 'kept' | 'unsupported';

/** One attribute or element of a tool's own in a diagram. */
export interface ExtensionUse {
  /** Id of the element that it stands at, or of the next one around. */
  readonly element?: string;
  /** As it is written, e.g. `camunda:assignee`. */
  readonly name: string;
  readonly value?: string;
  readonly support: Support;
  /** What to do about it, where a word helps. */
  readonly advice?: string;
}

const attributesAt: Readonly<Record<string, readonly string[]>> = understoodAttributes;
const elementsAt: Readonly<Record<string, readonly string[]>> = understoodElements;

/** Every extension of other tools in a diagram, in document order. */
export function extensionsIn(definitions: ModdleElement): readonly ExtensionUse[] {
  return [...elementsBelow(definitions)].flatMap((element) => {
    const id = idAround(element);
    const at = id === undefined ? {} : { element: id };
    return [...attributesOf(element), ...childrenOf(element)].map((use) => ({ ...at, ...use }));
  });
}

function attributesOf(element: ModdleElement): ExtensionUse[] {
  return Object.entries(element.$attrs ?? {}).flatMap(([name, value]): ExtensionUse[] => {
    if (/^(xmlns|xsi|xml)(:|$)/u.test(name) || !name.includes(':')) return [];
    const vendor = vendorOf(element, name);
    if (vendor === 'lianban') return [];
    if (vendor === undefined) return [{ name, value, support: 'kept' }];
    const local = localName(name);
    const external = local === 'type' && /^external(-worker)?$/u.test(value);
    if (external || isUnderstood(attributesAt, local, element)) return [{ name, value, support: 'understood' }];
    return [{ name, value, ...unread(local) }];
  });
}

function childrenOf(element: ModdleElement): ExtensionUse[] {
  const extensions = elementOf(element, 'extensionElements');
  return (extensions ? elementsOf(extensions, 'values') : []).flatMap((child): ExtensionUse[] => {
    const vendor = vendorOf(element, child.$type);
    if (vendor === 'lianban') return [];
    if (vendor === undefined) return [{ name: child.$type, support: 'kept' }];
    const local = localName(child.$type);
    if (isUnderstood(elementsAt, local, element)) return [{ name: child.$type, ...mapped(child, local) }];
    const isContainer = Object.keys(elementsAt).some((path) => path.startsWith(`${local}/`));
    if (!isContainer) return [{ name: child.$type, ...unread(local) }];
    return (child.$children ?? []).map((inner) => innerUse(element, child, inner));
  });
}

function innerUse(element: ModdleElement, container: ModdleElement, inner: ModdleElement): ExtensionUse {
  const path = `${localName(container.$type)}/${localName(inner.$type)}`;
  const name = `${container.$type}/${localName(inner.$type)}`;
  const [content] = inner.$children ?? [];
  const script = content && localName(content.$type) === 'script' && !/feel/iu.test(String(content['scriptFormat']));
  if (script)
    return { name, support: 'unsupported', advice: 'write the script of the parameter in FEEL (scriptFormat="feel")' };
  return isUnderstood(elementsAt, path, element)
    ? { name, support: 'understood' }
    : { name, ...unread(localName(inner.$type)) };
}

/** A mapping of a call says what goes over; a business key does not. */
function mapped(child: ModdleElement, local: string): Pick<ExtensionUse, 'support' | 'advice'> {
  const isMapping = local === 'in' || local === 'out';
  const says = ['source', 'sourceExpression', 'variables'].some((name) => child[name] !== undefined);
  if (!isMapping || says) return { support: 'understood' };
  return { support: 'unsupported', advice: 'a called process has its caller’s business key; map a variable' };
}

function unread(local: string): Pick<ExtensionUse, 'support' | 'advice'> {
  if (harmless.has(local)) return { support: 'kept' };
  const words = advice[local];
  return { support: 'unsupported', ...(words !== undefined && { advice: words }) };
}

function isUnderstood(table: Readonly<Record<string, readonly string[]>>, name: string, at: ModdleElement): boolean {
  return Object.hasOwn(table, name) && (table[name] ?? []).includes(localName(at.$type));
}

/** All elements of the metamodel below one, itself first; extension elements are looked at with their owner. */
function* elementsBelow(root: ModdleElement): Generator<ModdleElement> {
  const seen = new Set<unknown>([root]);
  const stack: ModdleElement[] = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    yield element;
    const inner = Object.entries(element)
      .filter(([name]) => !name.startsWith('$') && name !== 'extensionElements')
      .flatMap(([, value]) => (Array.isArray(value) ? (value as unknown[]) : [value]))
      .filter((value): value is ModdleElement => isElement(value) && value.$parent === element);
    for (const child of inner.reverse()) {
      if (seen.has(child)) continue;
      seen.add(child);
      stack.push(child);
    }
  }
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

function idAround(element: ModdleElement): string | undefined {
  for (let at: ModdleElement | undefined = element; at; at = at.$parent) if (at.id !== undefined) return at.id;
  return undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
