import { holds, roleAccounts } from './accounts.js';
import type { Cell } from './cells.js';
import type { Operation } from './operations.js';
import { besides } from './reasons.js';

/** The session of a browser: a token has none, and ending it would end the token. `api-door.spec.ts` shows them. */
const ofSession = '/api/v1/auth/session';

/** Every operation that is not public, by every role: whether the door is open is told before anything else. */
export function permissionCells(operations: readonly Operation[]): Cell[] {
  return operations
    .filter(({ access, path }) => access !== 'public' && path !== ofSession)
    .flatMap((operation) => roleAccounts.map((account) => permissionCell(operation, account)));
}

function permissionCell({ name, method, path, access }: Operation, account: string): Cell {
  const oneOf = besides[name];
  const opens =
    access === 'signed-in' ||
    (holds(account, access) && (oneOf === undefined || oneOf.some((permission) => holds(account, permission))));
  return {
    ...{ operation: name, account, where: 'anywhere', method, body: {} },
    url: path.replaceAll(/\{\w+\}/gu, '1'),
    expected: opens ? `an answer other than permission-missing (${access})` : `403 permission-missing (${access})`,
    fits: ({ status, code }) =>
      opens
        ? status !== 401 && status < 500 && code !== 'permission-missing'
        : status === 403 && code === 'permission-missing',
  };
}
