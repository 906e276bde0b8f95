import type { Transaction } from '@lianban/platform';
import type { Permission } from '../access/permission.js';
import { isOpen } from '../departures/departure.sql.js';

/** What watches over the other administrators (三员分立). */
export const guardedPermissions = ['grants.manage', 'audit.read'] as const satisfies readonly Permission[];

/**
 * One who goes or loses such a role at a time: two at once would each find that the other stays. Comes before any
 * account is locked.
 */
export async function lockWatch(tx: Transaction): Promise<void> {
  await tx.query({ text: 'LOCK TABLE identity.departure IN SHARE ROW EXCLUSIVE MODE' });
}

/**
 * Those of the permissions that nobody who stays would have without a person, or without one grant of theirs. Stays
 * whose account is open and who is not about to leave; the lock is held already.
 */
export async function vacantWithout(
  tx: Transaction,
  permissions: readonly Permission[],
  gone: { readonly accountId: string; readonly grant?: { readonly roleCode: string; readonly unitId: string } },
): Promise<Permission[]> {
  const rows = await tx.query<{ permission: Permission }>({
    name: 'identity-vacant-without',
    text: `SELECT permission FROM unnest($1::text[]) AS permission WHERE NOT EXISTS (
             SELECT FROM identity.role_grant AS granted
             JOIN identity.role ON role.code = granted.role_code
             JOIN identity.account ON account.id = granted.account_id
             WHERE permission = ANY(role.permissions) AND granted.revoked_at IS NULL AND account.disabled_at IS NULL
               AND NOT (account.id = $2 AND ($3::text IS NULL OR (granted.role_code, granted.unit_id) = ($3, $4)))
               AND NOT EXISTS (SELECT FROM identity.departure WHERE departure.account_id = account.id AND ${isOpen}))`,
    values: [permissions, gone.accountId, gone.grant?.roleCode ?? null, gone.grant?.unitId ?? null],
  });
  return rows.map(({ permission }) => permission);
}
