import type { Principal } from '@lianban/identity';
import { actorOf } from '../actor.rules.js';
import type { Step } from '../tasks/step.js';
import type { TrailActor, TrailDraft, TrailKind } from './trail-entry.js';

/** An act that the engine does not hear of. */
export interface NotedAct {
  readonly at: Date;
  readonly kind: TrailKind;
  readonly title: string;
  /** Null: the system did it. */
  readonly actor: TrailActor | null;
  readonly opinion?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The line that an act on a step leaves in the history of its case. */
export function actLine(step: Step, act: NotedAct): TrailDraft {
  return {
    ...act,
    step: step.name,
    elementId: step.elementId,
    unit: step.unitName ?? undefined,
    receivedAt: step.receivedAt,
    definition: { key: step.definitionKey, version: step.definitionVersion },
  };
}

/** A person as the trail names them, in the unit for which they act; `unitId` absent or not theirs: their first one. */
export function trailActorOf(principal: Principal, unitId?: string | null): TrailActor {
  const { accountId, name, role } = actorOf(principal, unitId);
  const unit = principal.units.find(({ id }) => id === unitId) ?? principal.units[0];
  return {
    ...(accountId && { accountId }),
    ...(name && { name }),
    ...(role && { role }),
    ...(unit && { unit: unit.name }),
  };
}
