import type { PersonalActor } from '@lianban/engine';
import type { Principal } from '@lianban/identity';

/**
 * A person as the engine's journal and the trail name them: in the role that they hold over the unit for which they
 * act. `unitId` absent or not theirs: their first unit.
 */
export function actorOf(principal: Principal, unitId?: string | null, opinion?: string): PersonalActor {
  const unit = principal.units.find(({ id }) => id === unitId) ?? principal.units[0];
  const grant = principal.grants.find((candidate) => unit?.path.startsWith(candidate.unit.path)) ?? principal.grants[0];
  return {
    accountId: principal.accountId,
    name: principal.displayName,
    ...(grant && { role: grant.role.name }),
    ...(unit && { unit: unit.id }),
    ...(opinion !== undefined && { opinion }),
  };
}
