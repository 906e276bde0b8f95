import { foreignNumbersIn } from '@lianban/identity';
import type { Transaction } from '@lianban/platform';
import { residentPhone } from './answer.sql.js';
import { replyTellsNumbers } from './closing.errors.js';

/**
 * What a resident is told holds no mobile, identity or bank card number but the resident's own, as whoever has the receipt reads it.
 *
 * @throws reply-tells-numbers
 */
export async function requireOwnNumbers(tx: Transaction, caseId: string, text: string, field: string): Promise<void> {
  if (foreignNumbersIn(text, null).length === 0) return;
  const foreign = foreignNumbersIn(text, await residentPhone(tx, caseId));
  if (foreign.length > 0) throw replyTellsNumbers(foreign.length, field);
}
