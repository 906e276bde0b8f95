import type { Transaction } from '@lianban/platform';

/** One change of the tree at a time: two moves that cross would make a circle, which no row lock can see. */
export async function lockTree(tx: Transaction): Promise<void> {
  await tx.query({ text: 'LOCK TABLE organisation.unit IN SHARE ROW EXCLUSIVE MODE' });
}
