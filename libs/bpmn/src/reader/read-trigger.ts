import { readExpression } from '../expression/read-expression.js';
import type { Expression, Mapping } from '../model/expression.js';
import type { MessageDefinition, TimerDefinition, Trigger } from '../model/trigger.js';
import { isDuration, parseInstant, parseRepetition } from '../time/iso-8601.js';
import { elementOf, elementsOf, textOf, type ModdleElement } from './moddle-element.js';
import type { ProblemList } from './problem-list.js';
import { attributeOf, vendorAttribute, vendorElements } from './vendor.js';

/** The one trigger of an event; several at once are refused for now. */
export function readTrigger(event: ModdleElement, problems: ProblemList): Trigger {
  const definitions = [...elementsOf(event, 'eventDefinitions'), ...elementsOf(event, 'eventDefinitionRef')];
  const [definition, another] = definitions;
  if (!definition) return { type: 'none' };
  if (another)
    problems.error(
      'trigger-unsupported',
      event.id,
      'an event with several triggers is not supported yet; split it into events with one trigger each',
    );
  return readDefinition(event, definition, problems);
}

function readDefinition(event: ModdleElement, definition: ModdleElement, problems: ProblemList): Trigger {
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
    case 'bpmn:ErrorEventDefinition':
      return { type: 'error', ...codeOf(elementOf(definition, 'errorRef'), 'errorCode') };
    case 'bpmn:EscalationEventDefinition':
      return { type: 'escalation', ...codeOf(elementOf(definition, 'escalationRef'), 'escalationCode') };
    case 'bpmn:TerminateEventDefinition':
      return { type: 'terminate' };
    default: {
      const kind = definition.$type.replace(/^bpmn:|EventDefinition$/g, '').toLowerCase();
      problems.error('trigger-unsupported', event.id, `${kind} events are not supported yet; use another trigger`);
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
    if (key) correlation.push({ target: 'correlationKey', value: readExpression(key, 'feel') });
  }
  return { name: readExpression(message?.name ?? message?.id ?? ''), correlation };
}

function codeOf(root: ModdleElement | undefined, property: string): { readonly code?: string } {
  const code = textOf(root, property) ?? root?.name ?? root?.id;
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
  return { kind, value, ...(calendar === undefined ? {} : { calendar }) };
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
