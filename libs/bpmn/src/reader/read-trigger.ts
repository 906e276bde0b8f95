import { readExpression } from '../expression/read-expression.js';
import type { Expression, Mapping } from '../model/expression.js';
import type { MessageDefinition, SingleTrigger, TimerDefinition, Trigger } from '../model/trigger.js';
import { isDuration, parseInstant, parseRepetition } from '../time/iso-8601.js';
import { elementOf, elementsOf, textOf, type ModdleElement } from './moddle-element.js';
import type { ProblemList } from './problem-list.js';
import { attributeOf, vendorAttribute, vendorElements } from './vendor.js';

/** What an event waits for or throws; several definitions make a multiple trigger. */
export function readTrigger(event: ModdleElement, problems: ProblemList): Trigger {
  const definitions = [...elementsOf(event, 'eventDefinitions'), ...elementsOf(event, 'eventDefinitionRef')];
  const triggers = definitions.map((definition) => readDefinition(event, definition, problems));
  const [only, another] = triggers;
  if (!only) return { type: 'none' };
  if (!another) return only;
  return { type: 'multiple', parallel: event['parallelMultiple'] === true, triggers };
}

/** One event definition of an event. */
export function readDefinition(event: ModdleElement, definition: ModdleElement, problems: ProblemList): SingleTrigger {
  switch (definition.$type) {
    case 'bpmn:TimerEventDefinition':
      return { type: 'timer', timer: readTimer(event, definition, problems) };
    case 'bpmn:MessageEventDefinition':
      return { type: 'message', message: readMessage(event, elementOf(definition, 'messageRef'), problems) };
    case 'bpmn:SignalEventDefinition': {
      const signal = elementOf(definition, 'signalRef');
      if (!signal) problems.error('signal-missing', event.id, 'a signal event must name a signal; set its signalRef');
      return { type: 'signal', name: readExpression(signal?.name ?? signal?.id ?? '') };
    }
    case 'bpmn:ConditionalEventDefinition': {
      const condition = textOf(definition, 'condition');
      if (condition === undefined)
        problems.error('condition-missing', event.id, 'a conditional event must have a condition; write one in FEEL');
      return { type: 'conditional', condition: readExpression(condition ?? 'false', 'feel') };
    }
    case 'bpmn:ErrorEventDefinition':
      return {
        type: 'error',
        ...codeOf(elementOf(definition, 'errorRef'), 'errorCode'),
        ...named('codeVariable', vendorAttribute(definition, 'errorCodeVariable')),
        ...named('messageVariable', vendorAttribute(definition, 'errorMessageVariable')),
      };
    case 'bpmn:EscalationEventDefinition':
      return {
        type: 'escalation',
        ...codeOf(elementOf(definition, 'escalationRef'), 'escalationCode'),
        ...named('codeVariable', vendorAttribute(definition, 'escalationCodeVariable')),
      };
    case 'bpmn:CompensateEventDefinition':
      return {
        type: 'compensation',
        waits: definition['waitForCompletion'] !== false,
        ...named('activity', elementOf(definition, 'activityRef')?.id),
      };
    case 'bpmn:CancelEventDefinition':
      return { type: 'cancel' };
    case 'bpmn:LinkEventDefinition': {
      const name = definition.name ?? event.name ?? '';
      if (!name) problems.error('link-name', event.id, 'a link event must name its link; give the definition a name');
      return { type: 'link', name };
    }
    case 'bpmn:TerminateEventDefinition':
      return { type: 'terminate' };
    default: {
      const kind = definition.$type.replace(/^bpmn:|EventDefinition$/g, '').toLowerCase();
      problems.error('trigger-unsupported', event.id, `${kind} events are not part of BPMN; use another trigger`);
      return { type: 'none' };
    }
  }
}

/** What a message event or receive task waits for, or a throwing one sends. */
export function readMessage(
  event: ModdleElement,
  message: ModdleElement | undefined,
  problems: ProblemList,
): MessageDefinition {
  if (!message) problems.error('message-missing', event.id, 'a message event must name a message; set its messageRef');
  const own = vendorElements(event, 'correlation');
  const subscriptions = message ? vendorElements(message, 'subscription') : [];
  const correlation: Mapping[] = own.map((entry) => ({
    target: attributeOf(entry, 'key') ?? '',
    value: readExpression(attributeOf(entry, 'value') ?? '', 'feel'),
  }));
  for (const subscription of subscriptions) {
    const key = attributeOf(subscription, 'correlationKey');
    if (key) correlation.push({ target: nameOfKey(key), value: readExpression(key, 'feel') });
  }
  return { name: readExpression(message?.name ?? message?.id ?? ''), correlation };
}

/** Zeebe's correlation key has no name of its own; one that is a plain variable is called after it. */
function nameOfKey(expression: string): string {
  return /^=?\s*([\p{L}_][\p{L}\p{N}_]*)$/u.exec(expression.trim())?.[1] ?? 'correlationKey';
}

function named<K extends string>(name: K, value: string | undefined): { readonly [P in K]?: string } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [P in K]?: string };
}

/** Without a code, what catches catches all, and what throws is refused. */
function codeOf(root: ModdleElement | undefined, property: string): { readonly code?: string } {
  const code = textOf(root, property);
  return code === undefined ? {} : { code };
}

const KINDS = [
  ['timeDate', 'date'],
  ['timeDuration', 'duration'],
  ['timeCycle', 'cycle'],
] as const;

function readTimer(event: ModdleElement, definition: ModdleElement, problems: ProblemList): TimerDefinition {
  const given = KINDS.filter(([property]) => textOf(definition, property) !== undefined);
  const [first] = given;
  if (!first || given.length > 1) {
    problems.error('timer-value', event.id, 'a timer must have exactly one of timeDate, timeDuration and timeCycle');
  }
  const [property, kind] = first ?? KINDS[1];
  const calendar = vendorAttribute(definition, 'calendar') ?? vendorAttribute(event, 'calendar');
  const value = timerValue(event, kind, textOf(definition, property) ?? '', problems);
  return { kind, value, ...(calendar === undefined ? {} : { calendar: readCalendar(calendar) }) };
}

function readCalendar(text: string): NonNullable<TimerDefinition['calendar']> {
  const expression = readExpression(text);
  return expression.kind === 'literal' ? expression.value : expression;
}

/** Fixed values are checked here; anything else must be an expression. */
function timerValue(
  event: ModdleElement,
  kind: TimerDefinition['kind'],
  text: string,
  problems: ProblemList,
): Expression {
  const expression = readExpression(text);
  if (expression.kind === 'feel') return expression;
  const valid = { date: parseInstant(text), duration: isDuration(text), cycle: parseRepetition(text) }[kind];
  if (valid) return expression;
  const examples = { date: '2026-03-02T09:00:00+08:00', duration: 'P3D', cycle: 'R3/PT10H' };
  // FEEL without a leading "=" is accepted where it cannot be mistaken for a value, e.g. duration("P3D").
  if (/[("]/.test(text)) return readExpression(text, 'feel');
  problems.error(
    'timer-value',
    event.id,
    `"${text}" is not an ISO-8601 ${kind}; write for example ${examples[kind]}, or an expression beginning with "="`,
  );
  return expression;
}
