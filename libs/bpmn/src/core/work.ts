import { advance } from './advance.js';
import type { Work } from './agenda.js';
import { triggerConditions } from './conditions.js';
import { Failure } from './failure.js';
import { arriveOver } from './flows.js';
import { raiseIncident } from './incidents.js';
import { enter, leave } from './life-cycle.js';
import type { Run } from './run.js';
import { settle } from './scopes.js';

/**
 * Empties the agenda: tokens move until each one waits, was joined or has ended. A failure of the diagram becomes an
 * incident here and only here; other tokens go on.
 */
export function work(run: Run): void {
  do {
    triggerConditions(run);
    for (let next = run.agenda.next(); next; next = run.agenda.next()) {
      attempt(run, next);
      triggerConditions(run);
    }
  } while (isRunning(run) && settle(run));
}

function attempt(run: Run, item: Work): void {
  // What was terminated after its work had been noted has nothing left to do.
  if (item.do !== 'take' && !run.isLive(item.key)) return;
  try {
    switch (item.do) {
      case 'enter':
        return enter(run, item.key);
      case 'leave':
        return leave(run, item.key, item.mapped);
      case 'advance':
        return advance(run, item.key);
      case 'take':
        return arriveOver(run, item.flowId, item.scope);
    }
  } catch (error) {
    if (!(error instanceof Failure) || item.do === 'take') throw error;
    raiseIncident(run, item.key, error);
  }
}

/** In an instance that has ended, or that an operator holds, nothing more comes of it. */
function isRunning({ draft }: Run): boolean {
  return draft.status === 'active' && draft.suspendedAt === undefined;
}
