import type { Command } from 'commander';
import { Refused } from '../installation/refused.js';

/** Which running instances a command is for: those named, or all that fit every condition. */
export interface FilterOptions {
  readonly process?: string;
  readonly ofVersion?: string;
  readonly businessKey?: string;
  readonly at?: string;
  readonly withIncident?: boolean;
  readonly suspended?: boolean;
}

/** The conditions as the API takes them. */
export interface InstanceFilter {
  readonly processKey?: string;
  readonly version?: number;
  readonly businessKey?: string;
  readonly elementId?: string;
  readonly withIncident?: true;
  readonly suspended?: true;
}

/** The conditions of a command. */
export function withFilter(command: Command): Command {
  return command
    .option('--process <key>', 'instances of this process')
    .option('--of-version <number>', 'instances of this version')
    .option('--business-key <key>', 'instances with this business key, e.g. a case')
    .option('--at <element>', 'instances that wait at this element')
    .option('--with-incident', 'instances with an open incident')
    .option('--suspended', 'suspended instances');
}

/** @throws Refused for a version that is no number */
export function filterOf(options: FilterOptions): InstanceFilter {
  const { process, ofVersion, businessKey, at, withIncident, suspended } = options;
  return {
    ...(process !== undefined && { processKey: process }),
    ...(ofVersion !== undefined && { version: versionOf(ofVersion) }),
    ...(businessKey !== undefined && { businessKey }),
    ...(at !== undefined && { elementId: at }),
    ...(withIncident && { withIncident }),
    ...(suspended && { suspended }),
  };
}

/** @throws Refused for a version that is no number */
export function versionOf(text: string): number {
  const version = Number(text);
  if (Number.isInteger(version) && version > 0) return version;
  throw new Refused(`"${text}" is no version: expected a whole number from 1.`);
}
