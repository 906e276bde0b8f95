import { isActivity, type BoundaryEvent, type StartEvent } from '../model/flow-node.js';
import { triggersOf, type SingleTrigger } from '../model/trigger.js';
import { isTurn } from './loop-parts.js';
import type { Run } from './run.js';
import type { ElementInstance, Key } from './state.js';

type Caught = Extract<SingleTrigger, { readonly type: 'error' | 'escalation' }>;

/** An event that catches, the trigger by which it does, and the activity or scope it belongs to. */
export interface Catcher {
  readonly event: BoundaryEvent | StartEvent;
  readonly caught: Caught;
  readonly host: Key;
}

/**
 * Who catches an error or escalation thrown at an element: from there outwards, on each level event sub-processes
 * before boundary events, and what names the code before what names none (BPMN 2.0 §10.5.7).
 */
export function findCatcher(run: Run, from: Key, type: Caught['type'], code: string | undefined): Catcher | undefined {
  let inside: string | undefined;
  for (let at: Key | null = from; at !== null;) {
    const element: ElementInstance = run.element(at);
    const found =
      choose(eventStartsOf(run, element, inside), element.key, type, code) ??
      choose(boundaryEventsOf(run, element), element.key, type, code);
    if (found) return found;
    inside = element.elementId;
    at = element.scope;
  }
  return undefined;
}

/** Start events of the scope's event sub-processes that still listen; what is thrown inside one is not its own. */
function eventStartsOf(run: Run, element: ElementInstance, inside: string | undefined): readonly StartEvent[] {
  if (element.interrupted || element.part !== undefined) return [];
  const starts = run.process.scopes.get(element.elementId)?.eventStarts ?? [];
  return starts.map((id) => run.node(id) as StartEvent).filter(({ scope }) => scope !== inside);
}

function boundaryEventsOf(run: Run, element: ElementInstance): readonly BoundaryEvent[] {
  const node = run.process.nodes.get(element.elementId);
  if (!node || !isActivity(node) || isTurn(element) || element.part === 'compensation') return [];
  return node.boundary.map((id) => run.node(id) as BoundaryEvent);
}

function choose(
  events: readonly (BoundaryEvent | StartEvent)[],
  host: Key,
  type: Caught['type'],
  code: string | undefined,
): Catcher | undefined {
  const candidates = events.flatMap((event) =>
    triggersOf(event.trigger)
      .filter((trigger): trigger is Caught => trigger.type === type)
      .map((caught) => ({ event, caught, host })),
  );
  return (
    candidates.find(({ caught }) => caught.code !== undefined && caught.code === code) ??
    candidates.find(({ caught }) => caught.code === undefined)
  );
}
