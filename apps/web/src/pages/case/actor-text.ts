import type { HistoryEntry } from '../../api/model.js';
import { messages } from '../../messages/messages.js';

const words = messages.casePage;

/** `周明 街道统筹员 · 河东街道党工委`, with whom it was done for, or that nobody did it. */
export function actorText({ actor, onBehalfOf }: HistoryEntry): string {
  if (!actor) return words.system;
  const person = [actor.name, actor.role && messages.said.role(actor.role)].filter(Boolean).join(' ');
  return [person, onBehalfOf && words.onBehalfOf(onBehalfOf), actor.unit].filter(Boolean).join(' · ');
}
