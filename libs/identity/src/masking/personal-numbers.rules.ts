import { maskPhone } from './masking.rules.js';

/** What in a text tells who somebody is, or where they live. */
type PersonalKind = 'mobile' | 'landline' | 'identity' | 'card' | 'mail' | 'plate' | 'home';

/** A place in a text, in UTF-16 units, and what stands there, as people would write it in half width. */
interface PersonalPart {
  readonly kind: PersonalKind;
  readonly from: number;
  readonly to: number;
  readonly found: string;
}

/** Parts of a reply that may be of others: a fixed line, a mailbox or a plate there is as a rule one of an office. */
const ofOthers: ReadonlySet<PersonalKind> = new Set(['mobile', 'identity', 'card']);

/** What is masked for staff who may not see the resident; where a matter is they have to know. */
const closedToStaff: ReadonlySet<PersonalKind> = new Set([...ofOthers, 'landline', 'mail', 'plate']);

/** What is masked in what everybody reads; the fixed line in it is the office's. */
const closedToAll: ReadonlySet<PersonalKind> = new Set([...ofOthers, 'mail', 'plate', 'home']);

const provinces = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼';

/** The earlier a pattern, the more it says: a number that is of two kinds is of the first. Each reads a text once. */
const patterns: readonly (readonly [PersonalKind, RegExp, ((found: string) => boolean)?])[] = [
  ['mail', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/gu],
  ['identity', /(?<!\d)[1-9]\d{5}[\s-]?(?:18|19|20)\d{2}[\s-]?\d{4}[\s-]?\d{3}[\dXx](?!\d)/gu, isIdentity],
  ['card', /(?<!\d)(?:[3-6]\d|95)\d{2}(?:[\s-]?\d{4}){3}(?:[\s-]?\d{1,3})?(?!\d)/gu, isCard],
  ['mobile', /(?<!\d)(?:(?:00|\+)?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}(?!\d)/gu],
  ['landline', /(?<![\w-])(?:0\d{2,3}[\s-]?|\(0\d{2,3}\)\s?)[2-9]\d{6,7}(?![\w])/gu],
  [
    'plate',
    new RegExp(
      `[${provinces}][A-HJ-NP-Z][·•.\\s-]?(?=[A-Z]{0,5}\\d)[A-HJ-NP-Z\\d]{4,5}[A-HJ-NP-Z\\d挂学警港澳]`,
      'giu',
    ),
  ],
  ['home', /\d{1,4}(?:号楼|号院|号|栋|幢|座)(?:\d{1,3}(?:号楼|栋|幢|座))?(?:\d{1,2}单元)?\d{1,4}(?:室|房|号房)/gu],
];

/** What an eighteen-digit number is, a reply must not tell, whether its date and its check digit are right or mistyped. */
const likeIdentity = /(?<!\d)\d{17}[\dXx](?!\d)/gu;

/**
 * Mobile, identity and bank card numbers in a reply that the resident did not give themselves: the reply can be read by
 * whoever holds the receipt, so that nothing personal of others may stand in it (Personal Information Protection Law
 * art. 25).
 */
export function foreignNumbersIn(reply: string, residentPhone: string | null): readonly string[] {
  const own = numberOf(residentPhone ?? '');
  const parts = personalParts(reply, ofOthers).map(({ found }) => found);
  const like = [...reply.normalize('NFKC').matchAll(likeIdentity)].map(([found]) => found);
  return [...new Set([...parts, ...like])].filter((found) => numberOf(found) !== own);
}

/** A text of a case for staff who may not see who its resident is: what would tell it is masked where it stands. */
export function maskForStaff(text: string): string {
  return masked(text, closedToStaff);
}

/** A text that anybody may read, with what is of a person masked. */
export function maskForAll(text: string): string {
  return masked(text, closedToAll);
}

/** Plain data with every text in it masked for staff; ids, hashes and keys stay. The same value where nothing was masked. */
export function maskedForStaff<T>(value: T): T {
  return mapped(value) as T;
}

function mapped(value: unknown): unknown {
  if (typeof value === 'string') return isId(value) ? value : maskForStaff(value);
  if (Array.isArray(value)) {
    const all: readonly unknown[] = value;
    const told = all.map(mapped);
    return told.every((each, index) => each === all[index]) ? value : told;
  }
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  const told = Object.entries(value as Record<string, unknown>).map(([key, inner]) => ({
    key,
    inner,
    outer: mapped(inner),
  }));
  if (told.every(({ inner, outer }) => inner === outer)) return value;
  return Object.fromEntries(told.map(({ key, outer }) => [key, outer]));
}

/** A UUID or a hash, in which a run of digits is chance. */
function isId(text: string): boolean {
  return /^[\da-f-]{32,}$/iu.test(text);
}

function masked(text: string, kinds: ReadonlySet<PersonalKind>): string {
  const parts = personalParts(text, kinds);
  if (parts.length === 0) return text;
  let told = '';
  let at = 0;
  for (const { kind, from, to, found } of parts) {
    told += text.slice(at, from) + maskOf(kind, found);
    at = to;
  }
  return told + text.slice(at);
}

function maskOf(kind: PersonalKind, found: string): string {
  switch (kind) {
    case 'mobile':
      return maskPhone(numberOf(found));
    case 'landline':
      return maskPhone(found);
    case 'mail':
      return `${found.slice(0, 1)}***${found.slice(found.indexOf('@'))}`;
    case 'home':
      return found.replaceAll(/\d+/gu, '**');
    case 'identity':
    case 'card':
    case 'plate':
      return `${found.slice(0, 2)}****${found.slice(-2)}`;
  }
}

/** Such parts of a text, in its order; no two of them overlap. */
function personalParts(text: string, kinds: ReadonlySet<PersonalKind>): PersonalPart[] {
  if (!/[\p{N}@＠]/u.test(text)) return [];
  const { flat, places } = flattened(text);
  const parts: PersonalPart[] = [];
  for (const [kind, pattern, holds] of patterns) {
    if (!kinds.has(kind)) continue;
    for (const { 0: found, index } of flat.matchAll(pattern)) {
      const from = places[index] ?? 0;
      const to = places[index + found.length] ?? text.length;
      const taken = parts.some((each) => from < each.to && each.from < to);
      if (!taken && holds?.(found) !== false) parts.push({ kind, from, to, found });
    }
  }
  return parts.sort((a, b) => a.from - b.from);
}

/** A text in half width and without invisible characters, and where each of its units stood before. */
function flattened(text: string): { readonly flat: string; readonly places: readonly number[] } {
  const places: number[] = [];
  let flat = '';
  let at = 0;
  for (const character of text) {
    const plain = /\p{Cf}/u.test(character) ? '' : character.normalize('NFKC');
    for (let unit = 0; unit < plain.length; unit += 1) places.push(at);
    flat += plain;
    at += character.length;
  }
  return { flat, places };
}

/** GB 11643: seventeen digits with a date, and the check digit that they give. */
function isIdentity(found: string): boolean {
  const digits = numberOf(found).toUpperCase();
  const month = Number(digits.slice(10, 12));
  const day = Number(digits.slice(12, 14));
  if (month < 1 || month > 12 || day < 1 || day > 31) return false;
  const sum = [...digits.slice(0, 17)].reduce((all, digit, index) => all + Number(digit) * (2 ** (17 - index) % 11), 0);
  return '10X98765432'[sum % 11] === digits[17];
}

/** ISO/IEC 7812: the sum of Luhn. */
function isCard(found: string): boolean {
  const digits = [...numberOf(found)].reverse().map(Number);
  const sum = digits.reduce((all, digit, index) => {
    const counted = index % 2 === 0 ? digit : digit * 2;
    return all + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}

/** The digits alone; of a mobile number without the code of the country. */
function numberOf(text: string): string {
  const digits = text.normalize('NFKC').replaceAll(/[^\dXx]/gu, '');
  return digits.replace(/^(?:00)?86(?=1[3-9]\d{9}$)/u, '');
}
