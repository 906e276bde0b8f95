import { z } from 'zod';
import type { Command } from '../core/command.js';
import type { Key } from '../core/state.js';
import type { Variables } from '../model/value.js';
import type { SimulatedInstance, World } from '../simulation/world.js';
import { addDuration, parseInstant } from '../time/iso-8601.js';
import type { Scenario } from './scenario-file.js';

const variables = z.record(z.string(), z.json()).default({});
const at = z.looseObject({ element: z.string() });

type Step = Scenario['steps'][number];

/** Carries out one step of a scenario. Throws an Error in words when it is not possible. */
export function performStep(world: World, root: SimulatedInstance | undefined, step: Step): void {
  const given = variables.parse(step['variables'] ?? {}) as Variables;
  if (typeof step['complete'] === 'string') {
    const nth = z.int().min(1).optional().parse(step['nth']);
    return send(world, step['complete'], (key) => ({ type: 'complete-element', key, variables: given }), nth);
  }
  if (step['throwError']) {
    const { element, code, message } = at
      .extend({ code: z.string(), message: z.string().optional() })
      .parse(step['throwError']);
    return send(world, element, (key) => ({ type: 'throw-error', key, code, ...(message ? { message } : {}) }));
  }
  if (step['throwEscalation']) {
    const { element, code } = at.extend({ code: z.string().optional() }).parse(step['throwEscalation']);
    return send(world, element, (key) => ({ type: 'throw-escalation', key, ...(code === undefined ? {} : { code }) }));
  }
  if (step['fail']) {
    const { element, message } = at.extend({ message: z.string().default('failed') }).parse(step['fail']);
    return send(world, element, (key) => ({ type: 'fail-element', key, message }));
  }
  if (step['retry']) return retry(world, at.parse(step['retry']).element);
  if (step['message']) {
    const message = z
      .looseObject({ name: z.string(), correlation: variables, variables, timeToLive: z.string().optional() })
      .parse(step['message']);
    const { name, correlation, timeToLive } = message;
    const expiresAt = timeToLive === undefined ? undefined : addDuration(world.now, timeToLive);
    world.publishMessage(name, correlation, message.variables, expiresAt);
    return;
  }
  if (typeof step['activate'] === 'string') return activateInside(world, step['activate']);
  if (step['signal']) {
    const signal = z.looseObject({ name: z.string(), variables }).parse(step['signal']);
    return world.broadcastSignal(signal.name, signal.variables);
  }
  if (typeof step['advance'] === 'string') return world.advanceTo(addDuration(world.now, step['advance']));
  if (typeof step['advanceTo'] === 'string') return world.advanceTo(instant(step['advanceTo']));
  if (step['set'] && root) {
    world.command(root.id, { type: 'set-variables', variables: variables.parse(step['set']) });
    return;
  }
  throw new Error(`step ${JSON.stringify(step)} is not supported`);
}

/** An instant of a scenario file. */
export function instant(text: string): string {
  const parsed = parseInstant(text);
  if (!parsed) throw new Error(`"${text}" is not an ISO-8601 date and time`);
  return parsed;
}

/** Where instances wait at an element for something outside, in the order of their start. */
export function waitingAt(world: World, elementId: string): { readonly instance: string; readonly key: Key }[] {
  return [...world.instances.values()].flatMap(({ id, state }) =>
    Object.values(state.elements).flatMap((element) => {
      if (element.elementId !== elementId || element.phase !== 'waiting') return [];
      return element.incident === undefined && element.part === undefined ? [{ instance: id, key: element.key }] : [];
    }),
  );
}

/** To the `nth` that waits there, or else to the first that takes it. */
function send(world: World, elementId: string, commandFor: (key: Key) => Command, nth?: number): void {
  const waiting = waitingAt(world, elementId);
  const meant = nth === undefined ? waiting : waiting.slice(nth - 1, nth);
  let refusal = `no instance waits at "${elementId}"${nth === undefined ? '' : ` as number ${nth}`}`;
  for (const { instance, key } of meant) {
    const result = world.command(instance, commandFor(key));
    if (result.outcome === 'applied') return;
    refusal = result.message;
  }
  throw new Error(refusal);
}

function retry(world: World, elementId: string): void {
  for (const { id, state } of world.instances.values()) {
    const incident = Object.values(state.incidents).find((open) => open.elementId === elementId);
    if (!incident) continue;
    world.command(id, { type: 'resolve-incident', key: incident.key });
    return;
  }
  throw new Error(`no incident is open at "${elementId}"`);
}

/** Begins an activity of the ad-hoc sub-process that contains it and waits. */
function activateInside(world: World, elementId: string): void {
  let refusal = `no ad-hoc sub-process waits that contains "${elementId}"`;
  for (const { id, state } of world.instances.values()) {
    for (const { key, phase } of Object.values(state.elements)) {
      if (phase !== 'waiting' || key === state.root) continue;
      const result = world.command(id, { type: 'activate-element', key, elementId });
      if (result.outcome === 'applied') return;
      if (result.message.includes(elementId)) refusal = result.message;
    }
  }
  throw new Error(refusal);
}
