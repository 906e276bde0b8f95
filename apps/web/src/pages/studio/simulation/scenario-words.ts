import type { CompiledDefinitions, JsonValue, PlayedTurn, ScenarioCheck } from '@lianban/bpmn';
import { messages } from '../../../messages/messages.js';
import { longTime } from '../../../format/time.js';
import { simulationWords } from '../../../messages/workflow-words.js';
import { nameOfElement, nameOfOutcome } from './names-of.js';

const words = simulationWords.scenario;

/** What a turn does, in words. */
export function turnText({ kind, step }: PlayedTurn, definitions: CompiledDefinitions): string {
  if (kind === 'start') return words.start;
  if (kind === 'expect') return step['expect'] === undefined ? words.final : '';
  const { complete, advanceTo, advance, message, signal } = step;
  if (typeof complete === 'string') {
    const outcome = outcomeIn(step['variables']);
    const result = outcome === undefined ? '' : nameOfOutcome(definitions, complete, outcome);
    return words.acts.complete(nameOfElement(definitions, complete), result);
  }
  if (typeof advanceTo === 'string') return words.acts.advanceTo(longTime(advanceTo));
  if (typeof advance === 'string') return words.acts.advance(advance);
  const named = nameIn(message ?? signal);
  if (named !== undefined) return message ? words.acts.message(named) : words.acts.signal(named);
  return words.acts.other(JSON.stringify(step));
}

/** What was compared and how it came out, in words. */
export function checkText(check: ScenarioCheck, definitions: CompiledDefinitions): string {
  const { what, expected, actual, difference } = check;
  const name = words.checks[what];
  const wanted = valueText(what, expected, definitions);
  if (difference === undefined) return `${name} ${wanted}${messages.marks.colon}${words.fits}`;
  return `${name}${messages.marks.colon}${words.differs(wanted, valueText(what, seenOf(expected, actual), definitions))}`;
}

/** Of what is there, only what was asked about. */
function seenOf(expected: unknown, actual: unknown): unknown {
  if (!isRecord(expected) || !isRecord(actual)) return actual;
  return Object.fromEntries(Object.keys(expected).map((key) => [key, actual[key] ?? null]));
}

function valueText(what: ScenarioCheck['what'], value: unknown, definitions: CompiledDefinitions): string {
  const told = (id: string) => nameOfElement(definitions, id);
  if (what === 'state') return words.states[value as keyof typeof words.states];
  if (what === 'instances') return JSON.stringify(value);
  const parts = Array.isArray(value)
    ? (value as readonly string[]).map(told)
    : Object.entries(value as Readonly<Record<string, JsonValue>>).map(([key, each]) =>
        what === 'timers' ? `${told(key)} ${timeText(each)}` : `${key} = ${JSON.stringify(each)}`,
      );
  return parts.length === 0 ? words.nothing : parts.join(messages.marks.list);
}

function timeText(value: JsonValue): string {
  return typeof value === 'string' ? longTime(value) : words.nothing;
}

function outcomeIn(variables: unknown): string | undefined {
  return isRecord(variables) && typeof variables['outcome'] === 'string' ? variables['outcome'] : undefined;
}

function nameIn(value: unknown): string | undefined {
  return isRecord(value) && typeof value['name'] === 'string' ? value['name'] : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
