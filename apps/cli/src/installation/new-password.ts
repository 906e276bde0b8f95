import { randomInt } from 'node:crypto';

/** Letters and digits that are not mistaken for each other when read from a screen. */
const alphabet = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

/** A password that nobody guesses and that can be read out: `kM3xP9w-TbR7cQe`. */
export function newPassword(): string {
  return `${letters(7)}-${letters(7)}`;
}

function letters(count: number): string {
  return Array.from({ length: count }, () => alphabet[randomInt(alphabet.length)]).join('');
}
