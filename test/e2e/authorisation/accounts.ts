import { defaultRoles, demoPeople } from '@lianban/identity';

/** One demo account for each role. */
export const roleAccounts: readonly string[] = [
  'clerk',
  'station-head',
  'street',
  'officer',
  'general',
  'secretary',
  'supervisor',
  'leader',
  'designer',
  'sysadmin',
  'secadmin',
  'auditor',
  'volunteer',
];

/** Whether some grant of a demo account gives a permission. */
export function holds(account: string, permission: string): boolean {
  const person = demoPeople.find(({ username }) => username === account);
  if (!person) throw new Error(`expected a demo account named ${account}`);
  return person.grants.some(({ roleCode }) =>
    defaultRoles.some(({ code, permissions }) => code === roleCode && permissions.some((each) => each === permission)),
  );
}
