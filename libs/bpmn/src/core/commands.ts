import { activateInAdHoc } from './ad-hoc.js';
import type { Command, CommandType } from './command.js';
import { cancelInstance, setVariables, start } from './instance-commands.js';
import {
  completeElement,
  failElement,
  finishCall,
  resolveIncident,
  throwErrorAt,
  throwEscalationAt,
} from './element-commands.js';
import { migrateInstance } from './migration.js';
import { modifyInstance } from './modification.js';
import type { Run } from './run.js';
import { notSuspended, resumeInstance, suspendInstance } from './suspension.js';
import { moveTimer, resumeTimers, suspendTimers, triggerSubscription, triggerTimer } from './wait-commands.js';
import { raiseIncident } from './incidents.js';
import { openElement } from './guard.js';

type Handlers = { readonly [T in CommandType]: (run: Run, command: Extract<Command, { readonly type: T }>) => void };

const handlers: Handlers = {
  start,
  'complete-element': completeElement,
  'trigger-timer': triggerTimer,
  'trigger-subscription': triggerSubscription,
  'throw-error': throwErrorAt,
  'throw-escalation': throwEscalationAt,
  'activate-element': activateInAdHoc,
  'fail-element': failElement,
  'resolve-incident': resolveIncident,
  'finish-call': finishCall,
  'fail-call': (run, { key, message }) =>
    raiseIncident(run, openElement(run, key).key, { code: 'called-process-unknown', message }),
  'set-variables': setVariables,
  'cancel-instance': cancelInstance,
  'suspend-instance': suspendInstance,
  'resume-instance': resumeInstance,
  'modify-instance': modifyInstance,
  'migrate-instance': migrateInstance,
  'suspend-timers': suspendTimers,
  'resume-timers': resumeTimers,
  'move-timer': moveTimer,
};

/** Carries out a command's own deed; the tokens that it sets in motion are left on the agenda. Throws `Rejection`. */
export function perform(run: Run, command: Command): void {
  notSuspended(run, command);
  const handler = handlers[command.type] as (run: Run, command: Command) => void;
  handler(run, command);
}
