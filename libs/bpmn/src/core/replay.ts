import { applyEvent } from './apply-event.js';
import { emptyDraft, finishDraft } from './draft.js';
import type { EngineEvent } from './event.js';
import type { InstanceState } from './state.js';

/** The state that a list of all events of an instance, from its start on, leads to. */
export function replay(events: Iterable<EngineEvent>): InstanceState {
  const draft = emptyDraft();
  for (const event of events) applyEvent(draft, event);
  return finishDraft(draft);
}
