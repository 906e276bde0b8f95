import type { Transaction } from '@lianban/platform';
import type { ActLimitSeed } from './act-limits.data.js';

type ActLimit = ActLimitSeed['code'];

/** Expression for a limit as it is set now, within a statement. */
export const actLimitOf = (code: ActLimit): string =>
  `(SELECT most FROM casework.act_limit WHERE act_limit.code = '${code}')`;

/** A limit as it is set now. */
export async function actLimit(tx: Transaction, code: ActLimit): Promise<number> {
  const [row] = await tx.query<{ most: number }>({
    name: 'casework-act-limit',
    text: 'SELECT most FROM casework.act_limit WHERE code = $1',
    values: [code],
  });
  if (!row) throw new Error(`The limit "${code}" is gone; expected a row of it in casework.act_limit.`);
  return row.most;
}
