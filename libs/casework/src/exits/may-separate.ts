import type { Principal } from '@lianban/identity';
import type { Database, Transaction } from '@lianban/platform';
import type { CaseAccess } from '../cases/case-access.js';
import { ownStepsOfCase } from '../tasks/step.sql.js';

/**
 * Whether a person may handle a merged case by itself again: who registered it, assigns tasks or gives supervision
 * orders, and who holds the task of the case with which it is handled.
 */
export async function maySeparate(
  db: Database | Transaction,
  cases: CaseAccess,
  principal: Principal,
  file: { readonly registeredBy: string | null; readonly mergedInto: string },
): Promise<boolean> {
  if (cases.mayReopen(principal, file)) return true;
  const open = await ownStepsOfCase(db, file.mergedInto);
  return open.some(({ assigneeId }) => assigneeId === principal.accountId);
}
