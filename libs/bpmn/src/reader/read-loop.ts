import { readExpression } from '../expression/read-expression.js';
import type { Expression } from '../model/expression.js';
import type { LoopCharacteristics, LoopThrow, MultiInstanceLoop, StandardLoop } from '../model/loop.js';
import { elementOf, elementsOf, isType, textOf, type ModdleElement } from './moddle-element.js';
import type { ProblemList } from './problem-list.js';
import { readDefinition } from './read-trigger.js';
import { attributeOf, vendorAttribute, vendorElements } from './vendor.js';
import type { UnderstoodAttribute } from './vendor-support.js';

/** The loop of an activity, if it has one. */
export function readLoop(activity: ModdleElement, problems: ProblemList): { readonly loop?: LoopCharacteristics } {
  const loop = elementOf(activity, 'loopCharacteristics');
  if (!loop) return {};
  if (isType(loop, 'bpmn:StandardLoopCharacteristics')) return { loop: readStandard(activity, loop, problems) };
  return { loop: readMultiInstance(activity, loop, problems) };
}

function readStandard(activity: ModdleElement, loop: ModdleElement, problems: ProblemList): StandardLoop {
  const maximum = loop['loopMaximum'];
  const condition = expressionIn(loop, 'loopCondition');
  if (!condition && maximum === undefined) {
    const message = 'the loop has neither a loopCondition nor a loopMaximum and never ends by itself; set one';
    problems.warning('loop-endless', activity.id, message);
  }
  return {
    kind: 'standard',
    testBefore: loop['testBefore'] === true,
    ...(condition ? { condition } : {}),
    ...(typeof maximum === 'number' ? { maximum: readExpression(String(maximum), 'feel') } : {}),
  };
}

function readMultiInstance(activity: ModdleElement, loop: ModdleElement, problems: ProblemList): MultiInstanceLoop {
  const zeebe = vendorElements(loop, 'loopCharacteristics')[0];
  /** From a vendor's attribute, Zeebe's extension element, or a reference to data as the standard has it. */
  const text = (vendor: UnderstoodAttribute, inZeebe: string, reference: string): string | undefined =>
    vendorAttribute(loop, vendor) ?? (zeebe && attributeOf(zeebe, inZeebe)) ?? nameOf(loop, reference);
  const parts = {
    cardinality: expressionIn(loop, 'loopCardinality'),
    collection: feel(text('collection', 'inputCollection', 'loopDataInputRef')),
    elementVariable: text('elementVariable', 'inputElement', 'inputDataItem'),
    outputCollection: text('outputCollection', 'outputCollection', 'loopDataOutputRef'),
    outputElement: feel(text('outputElement', 'outputElement', 'outputDataItem')),
    completionCondition: expressionIn(loop, 'completionCondition'),
  };
  if (!parts.cardinality && !parts.collection) {
    const message = 'a multi-instance activity must say how often it is done; set loopCardinality or a collection';
    problems.error('loop-count', activity.id, message);
  }
  if (parts.cardinality?.kind === 'feel' && /^-\s*\d/.test(parts.cardinality.feel))
    problems.error('loop-count', activity.id, 'loopCardinality is negative; write how many instances there are');
  return {
    kind: 'multi-instance',
    sequential: loop['isSequential'] === true,
    firstCounter: zeebe ? 1 : 0,
    throws: readThrows(activity, loop, problems),
    ...present(parts),
  };
}

type Present<T> = { readonly [K in keyof T]?: NonNullable<T[K]> };

/** Without the parts that are not there. */
function present<T extends object>(parts: T): Present<T> {
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined)) as Present<T>;
}

/** What is thrown as instances complete, by the loop's behavior (BPMN 2.0 table 10.30). */
function readThrows(activity: ModdleElement, loop: ModdleElement, problems: ProblemList): readonly LoopThrow[] {
  const reference = (property: string, when: LoopThrow['when']): LoopThrow[] => {
    const definition = elementOf(loop, property);
    return definition ? [{ when, trigger: readDefinition(activity, definition, problems) }] : [];
  };
  switch (loop['behavior']) {
    case 'None':
      return reference('noneBehaviorEventRef', 'each');
    case 'One':
      return reference('oneBehaviorEventRef', 'first');
    case 'Complex':
      return elementsOf(loop, 'complexBehaviorDefinition').flatMap((definition) => {
        const event = elementOf(definition, 'event');
        const when = expressionIn(definition, 'condition');
        const definitions = event ? elementsOf(event, 'eventDefinitions') : [];
        return when ? definitions.map((one) => ({ when, trigger: readDefinition(activity, one, problems) })) : [];
      });
    default:
      return [];
  }
}

function expressionIn(element: ModdleElement, property: string): Expression | undefined {
  return feel(textOf(element, property));
}

function feel(text: string | undefined): Expression | undefined {
  return text === undefined ? undefined : readExpression(text, 'feel');
}

/** The variable behind a reference to data: a data object's name, or else its id. */
function nameOf(loop: ModdleElement, property: string): string | undefined {
  const data = elementOf(loop, property);
  const object = data ? (elementOf(data, 'dataObjectRef') ?? data) : undefined;
  return object?.name ?? object?.id;
}
