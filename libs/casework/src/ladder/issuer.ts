import type { Unit, UnitDuty, UnitService } from '@lianban/organisation';
import { DomainError, type Transaction } from '@lianban/platform';

/** Who gives an order that nobody gave by hand, in this order. */
const duties: readonly UnitDuty[] = ['supervision', 'leadership', 'backstop'];

/**
 * The unit to which an answer comes back when the system gives an order: the nearest that supervises, never the one that
 * is to answer. Undefined: nobody is above it.
 */
export async function issuerFor(units: UnitService, unitId: string, tx: Transaction): Promise<Unit | undefined> {
  for (const duty of duties) {
    const found = await withDuty(units, duty, unitId, tx);
    if (found && found.id !== unitId) return found;
  }
  return (await units.ancestors(unitId, tx)).at(-1);
}

async function withDuty(units: UnitService, duty: UnitDuty, near: string, tx: Transaction): Promise<Unit | undefined> {
  try {
    return await units.withDuty(duty, near, tx);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'duty-vacant') return undefined;
    throw error;
  }
}
