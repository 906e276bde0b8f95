import fc from 'fast-check';
import { boundary, flows, node } from '../../src/testing/model.js';

/** A block with one way in and one way out, so that any nesting of blocks is sound. */
export type Block =
  | { readonly kind: 'user' | 'task' }
  | { readonly kind: 'sequence' | 'parallel'; readonly inner: readonly Block[] }
  | { readonly kind: 'exclusive' | 'inclusive'; readonly inner: readonly Block[]; readonly choose: number }
  | { readonly kind: 'sub'; readonly inner: readonly Block[]; readonly repeat: Repeat }
  /** A sub-process whose tasks are undone at its end. */
  | { readonly kind: 'undo'; readonly tasks: number }
  /** A sub-process that an event sub-process may interrupt. */
  | { readonly kind: 'interruptible'; readonly inner: readonly Block[] }
  /** An event-based gateway with two messages. */
  | { readonly kind: 'event' }
  /** A task that a message may interrupt. */
  | { readonly kind: 'bounded' }
  | { readonly kind: 'loop'; readonly inner: readonly Block[]; readonly turns: number };

/** How a sub-process is repeated: not at all, as a standard loop, or as a multi-instance. */
type Repeat = { readonly how: 'once' | 'turns' | 'sequential' | 'parallel'; readonly times: number };

/** Random blocks, nested at most `depth` deep. */
export const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block }>((tie) => {
  const inner = fc.array(tie('block'), { minLength: 1, maxLength: 3 });
  const repeat = fc.record({
    how: fc.constantFrom('once' as const, 'turns' as const, 'sequential' as const, 'parallel' as const),
    times: fc.nat({ max: 3 }),
  });
  return {
    block: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      fc.record({ kind: fc.constantFrom('user' as const, 'task' as const) }),
      fc.record({ kind: fc.constantFrom('sequence' as const, 'parallel' as const), inner }),
      fc.record({
        kind: fc.constantFrom('exclusive' as const, 'inclusive' as const),
        inner,
        choose: fc.nat({ max: 7 }),
      }),
      fc.record({ kind: fc.constant('sub' as const), inner, repeat }),
      fc.record({ kind: fc.constant('undo' as const), tasks: fc.integer({ min: 0, max: 3 }) }),
      fc.record({ kind: fc.constant('interruptible' as const), inner }),
      fc.record({ kind: fc.constantFrom('event' as const, 'bounded' as const) }),
      fc.record({ kind: fc.constant('loop' as const), inner, turns: fc.integer({ min: 1, max: 3 }) }),
    ),
  };
}).block;

/** The message that every drawn event waits for; goes into the roots of the model. */
export const roots = '<bpmn:message id="news" name="news"/>';

const byMessage = '<bpmn:messageEventDefinition messageRef="news"/>';

/** Draws blocks as BPMN between a start `s` and an end `e`. */
export function draw(root: Block): string {
  let count = 0;
  const parts: string[] = [];
  const named = (type: string, attributes = '', content = ''): string => {
    const id = `${type.slice(0, 2)}${(count += 1)}`;
    parts.push(node(type, id, attributes, content));
    return id;
  };
  const connect = (from: string, to: string, condition?: string): void => {
    parts.push(flows(condition === undefined ? `${from} ${to}` : `${from} ${to}: ${condition}`));
  };

  const place = (shape: Block): readonly [entry: string, exit: string] => {
    switch (shape.kind) {
      case 'user':
      case 'task': {
        const id = named(shape.kind === 'user' ? 'userTask' : 'task');
        return [id, id];
      }
      case 'sequence':
        return chain(shape.inner);
      case 'parallel':
        return branches(shape.inner, 'parallelGateway');
      case 'inclusive':
      case 'exclusive':
        return branches(shape.inner, `${shape.kind}Gateway`, shape.choose);
      case 'sub':
        return subProcess(() => chain(shape.inner), loopOf(shape.repeat));
      case 'undo':
        return subProcess(() => undone(shape.tasks));
      case 'interruptible':
        return subProcess(() => chain(shape.inner), eventSubProcess());
      case 'event':
        return eventBased();
      case 'bounded':
        return bounded();
      case 'loop':
        return loop(shape.inner, shape.turns);
    }
  };

  const subProcess = (inside: () => readonly [string, string], more = ''): readonly [string, string] => {
    const outer = parts.splice(0);
    const [entry, exit] = inside();
    const id = `sub${(count += 1)}`;
    parts.push(node('startEvent', `${id}s`), node('endEvent', `${id}e`), flows(`${id}s ${entry}`, `${exit} ${id}e`));
    const content = parts.splice(0).join('');
    parts.push(...outer, node('subProcess', id, '', more + content));
    return [id, id];
  };

  /** Tasks with handlers, then an event that compensates them all. */
  const undone = (tasks: number): readonly [string, string] => {
    const first = named('task');
    let last = first;
    for (let task = 0; task < tasks; task += 1) {
      const id = named('userTask');
      const handler = named('userTask', 'isForCompensation="true"');
      parts.push(boundary(`c${id}`, id, '<bpmn:compensateEventDefinition/>'));
      parts.push(`<bpmn:association id="as${id}" sourceRef="c${id}" targetRef="${handler}"/>`);
      connect(last, id);
      last = id;
    }
    const thrower = named('intermediateThrowEvent', '', '<bpmn:compensateEventDefinition/>');
    connect(last, thrower);
    return [first, thrower];
  };

  const eventSubProcess = (): string => {
    const id = `h${(count += 1)}`;
    const inside = node('startEvent', `${id}s`, '', byMessage) + node('userTask', `${id}t`) + flows(`${id}s ${id}t`);
    return node('subProcess', id, 'triggeredByEvent="true"', inside);
  };

  const eventBased = (): readonly [string, string] => {
    const gateway = named('eventBasedGateway');
    const merge = named('exclusiveGateway');
    for (let arm = 0; arm < 2; arm += 1) {
      const id = named('intermediateCatchEvent', '', byMessage);
      connect(gateway, id);
      connect(id, merge);
    }
    return [gateway, merge];
  };

  const bounded = (): readonly [string, string] => {
    const id = named('userTask');
    const merge = named('exclusiveGateway');
    parts.push(boundary(`b${id}`, id, byMessage));
    connect(id, merge);
    connect(`b${id}`, merge);
    return [id, merge];
  };

  const chain = (inner: readonly Block[]): readonly [string, string] => {
    const placed = inner.map(place);
    placed.slice(1).forEach(([entry], index) => connect(placed[index]?.[1] ?? '', entry));
    return [placed[0]?.[0] ?? '', placed.at(-1)?.[1] ?? ''];
  };

  /** Bit i of `choose` opens branch i; an empty branch keeps clear of two flows between the same nodes. */
  const branches = (inner: readonly Block[], type: string, choose = 0): readonly [string, string] => {
    const placed = inner.map(place);
    const idle = named('task');
    const join = named(type);
    const id = `x${(count += 1)}`;
    const conditional = type !== 'parallelGateway';
    parts.push(node(type, id, conditional ? `default="${id}-${idle}"` : ''));
    placed.forEach(([entry, exit], index) => {
      connect(id, entry, conditional ? String((choose & (1 << index)) !== 0) : undefined);
      connect(exit, join);
    });
    connect(id, idle);
    connect(idle, join);
    return [id, join];
  };

  const loop = (inner: readonly Block[], turns: number): readonly [string, string] => {
    const variable = `n${(count += 1)}`;
    const merge = named('exclusiveGateway');
    const [entry, exit] = chain(inner);
    const step = named(
      'scriptTask',
      `scriptFormat="feel" lianban:resultVariable="${variable}"`,
      `<bpmn:script>if ${variable} = null then 1 else ${variable} + 1</bpmn:script>`,
    );
    const after = named('task');
    const id = `x${(count += 1)}`;
    parts.push(node('exclusiveGateway', id, `default="${id}-${after}"`));
    connect(merge, entry);
    connect(exit, step);
    connect(step, id);
    connect(id, merge, `${variable} < ${turns}`);
    connect(id, after);
    // The next turn of an enclosing loop begins to count anew.
    const reset = named(
      'scriptTask',
      `scriptFormat="feel" lianban:resultVariable="${variable}"`,
      '<bpmn:script>null</bpmn:script>',
    );
    connect(after, reset);
    return [merge, reset];
  };

  const [entry, exit] = place(root);
  return node('startEvent', 's') + parts.join('') + node('endEvent', 'e') + flows(`s ${entry}`, `${exit} e`);
}

function loopOf({ how, times }: Repeat): string {
  if (how === 'once') return '';
  if (how === 'turns') return node('standardLoopCharacteristics', '', `loopMaximum="${times}"`).replace('id="" ', '');
  const count = `<bpmn:loopCardinality>${times}</bpmn:loopCardinality>`;
  return node('multiInstanceLoopCharacteristics', '', `isSequential="${how === 'sequential'}"`, count).replace(
    'id="" ',
    '',
  );
}
