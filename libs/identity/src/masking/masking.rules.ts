/** `王小明` → `王**`: the first character and always two stars, so that not even the length is told. */
export function maskName(name: string): string {
  const [first] = name.trim();
  return first === undefined ? '' : `${first}**`;
}

/** `13812345678` → `138****5678`, `0755-26881234` → `075****1234`; of anything shorter than 11 digits only the last 2. What is masked stays. */
export function maskPhone(phone: string): string {
  if (masked.test(phone)) return phone;
  const digits = phone.normalize('NFKC').replaceAll(/\D/gu, '');
  if (digits === '') return '';
  return digits.length >= 11 ? `${digits.slice(0, 3)}****${digits.slice(-4)}` : `****${digits.slice(-2)}`;
}

const masked = /^(\d{3}\*{4}\d{4}|\*{4}\d{1,2})$/u;
