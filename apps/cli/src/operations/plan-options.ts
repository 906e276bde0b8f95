import type { Command } from 'commander';
import { Refused } from '../installation/refused.js';

/** What a command changes in the plan that a migration makes by itself. */
export interface PlanOptions {
  readonly map?: readonly string[];
  readonly anew?: readonly string[];
}

/** The same as the API takes it. */
export interface PlanChanges {
  readonly mapping?: Readonly<Record<string, string | null>>;
  readonly anew?: readonly string[];
}

/** The options of a command that migrates. */
export function withPlan(command: Command): Command {
  return command
    .option('--map <old=new...>', 'element ids of the old version and the new one; "old=" takes a pair out')
    .option('--anew <event...>', 'events of the new version whose terms begin anew');
}

/** @throws Refused for a pair without "=" */
export function changesOf({ map, anew }: PlanOptions): PlanChanges | undefined {
  if (!map && !anew) return undefined;
  return { ...(map && { mapping: Object.fromEntries(map.map(pairOf)) }), ...(anew && { anew }) };
}

function pairOf(text: string): [string, string | null] {
  const [old = '', fresh, ...more] = text.split('=');
  if (old === '' || fresh === undefined || more.length > 0)
    throw new Refused(`"${text}" is no pair of elements: expected old=new.`);
  return [old, fresh === '' ? null : fresh];
}
