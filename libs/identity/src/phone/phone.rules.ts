/** A phone number of mainland China in its plain form: digits only, a landline with its area code. */
export interface Phone {
  readonly kind: 'mobile' | 'landline';
  /** `13812345678` or `075526881234`. */
  readonly number: string;
}

const mobile = /^1[3-9]\d{9}$/u;
/** 010 and 02x have 3 digits, all other area codes 4 (never 01x); then 7 or 8 digits, the first 2 to 9. */
const landline = /^0(?:10|2\d|[3-9]\d{2})[2-9]\d{6,7}$/u;

/**
 * Reads a phone number as people write it: spaces, hyphens, brackets, full-width digits and +86 are fine. Undefined:
 * it is neither a mainland mobile number nor a landline with area code.
 */
export function parsePhone(text: string): Phone | undefined {
  const number = text
    .normalize('NFKC')
    .replaceAll(/[\s()\-‐-―]/gu, '')
    .replace(/^(?:\+|00)86/u, '');
  if (mobile.test(number)) return { kind: 'mobile', number };
  // Abroad one leaves out the 0 of the area code: +86 755 2688 1234.
  const national = text.normalize('NFKC').trim().startsWith('+86') && !number.startsWith('0') ? `0${number}` : number;
  return landline.test(national) ? { kind: 'landline', number: national } : undefined;
}

/** Whether {@link parsePhone} understands it. */
export function isPhone(text: string): boolean {
  return parsePhone(text) !== undefined;
}
