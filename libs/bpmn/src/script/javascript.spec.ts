import { beforeAll, describe, expect, it } from '@jest/globals';
import { check, problemsOf, worldOf } from '../testing/check.js';
import { flows, model, node } from '../testing/model.js';
import type { Variables } from '../model/value.js';
import { loadJavaScript, type JavaScript, type ScriptResult } from './javascript.js';

const now = '2026-03-02T01:00:00.000Z';

/** A process with one script before a user task. */
const scripted = (source: string, attributes = 'camunda:resultVariable="r"', format = 'javascript'): string =>
  model(
    node('startEvent', 's') +
      node(
        'scriptTask',
        't',
        `scriptFormat="${format}" ${attributes}`,
        `<bpmn:script><![CDATA[${source}]]></bpmn:script>`,
      ) +
      node('userTask', 'after') +
      flows('s t', 't after'),
  );

describe('JavaScript in the sandbox', () => {
  let script: JavaScript;

  beforeAll(async () => {
    script = await loadJavaScript();
  });

  const run = (source: string, variables: Variables = {}): ScriptResult => script.run(source, variables, now);
  const valueOf = (source: string, variables: Variables = {}): unknown => {
    const result = run(source, variables);
    return result.ok ? result.value : result.message;
  };

  it.each<[string, Variables, unknown]>([
    ['amount * 2', { amount: 21 }, 42],
    ['诉求.length', { 诉求: [1, 2, 3] }, 3],
    [
      'const total = lines.reduce((sum, { price }) => sum + price, 0); total',
      { lines: [{ price: 2 }, { price: 3 }] },
      5,
    ],
    ['({ a: [1, null, "x"], b: true })', {}, { a: [1, null, 'x'], b: true }],
    ['undefined', {}, null],
    ['0 / 0', {}, null],
    ['now', {}, now],
    ['execution.getVariable("a") + (execution.hasVariable("b") ? 1 : 0)', { a: 1 }, 1],
    ['"__proto__" in execution.getVariables()', JSON.parse('{"__proto__": 1}') as Variables, true],
    ['[...new Map([[1, 2]]).keys()]', {}, [1]],
  ])('%s over %j is %j', (source, variables, value) => {
    expect(valueOf(source, variables)).toEqual(value);
  });

  it('sets variables by execution, and changes nothing by what it does to its copies', () => {
    const given = { order: { lines: [1] } };
    const result = run(
      'order.lines.push(2); execution.setVariable("order", order); execution.setVariable("x", undefined); 1',
      given,
    );

    expect(result).toEqual({ ok: true, value: 1, variables: { order: { lines: [1, 2] }, x: null } });
    expect(given).toEqual({ order: { lines: [1] } });
  });

  it.each([
    ['for (;;);', 'it takes too many operations'],
    ['const f = () => f(); f()', 'stack'],
    ['let all = "x"; for (;;) all += all', 'string too long'],
    ['const all = []; for (;;) all.push("x".repeat(5000) + all.length)', 'out of memory'],
    ['2n ** 999999999n', 'BigInt'],
    ['"x".repeat(2e6)', '2000027 characters'],
    ['/(a+)+$/.test("a".repeat(40) + "b")', 'it takes too many operations'],
    ['throw new TypeError("no stock")', 'TypeError: no stock (line 1)'],
    ['1;\nnothing.at.all', "ReferenceError: 'nothing' is not defined (line 2)"],
    ['Math.random()', 'is not available'],
    ['10n', 'serialize a BigInt'],
    ['new Array(1e9).indexOf(1)', 'indexOf() over so many items'],
    ['"a".repeat(1e6).indexOf("a".repeat(5e5) + "b")', 'indexOf() over so many items'],
    ['Array.prototype.forEach.call({ length: 1e9 }, () => 0)', 'forEach() over so many items'],
  ])('stops %s with its reason', (source, reason) => {
    expect(valueOf(source)).toEqual(expect.stringMatching(new RegExp(reason.replaceAll(/[()]/g, '\\$&'), 'i')));
  });

  it.each([
    'typeof process + typeof require + typeof fetch + typeof globalThis.window + typeof setTimeout',
    'typeof Date + typeof WebAssembly + typeof SharedArrayBuffer + typeof Deno',
    '(function () { return typeof this.process })() + (0, eval)("typeof process") + new Function("return typeof process")()',
    '[].constructor.constructor("return typeof process")() + ({}).constructor.constructor("return typeof require")()',
  ])('has nothing of its host: %s', (source) => {
    expect(valueOf(source)).toMatch(/^(undefined|function|object)*$/);
    expect(valueOf(source)).not.toMatch(/object/);
  });

  it('cannot load anything', () => {
    expect(valueOf('let told; import("fs").then(() => (told = 1)); told')).toBeNull();
    expect(script.faultOf('import fs from "fs"')).toBeDefined();
  });

  it('leaves nothing for the next script, whatever it did to its world', () => {
    run('Object.prototype.polluted = 1; Array.prototype.push = null; JSON.stringify = () => "{}"; globalThis.kept = 1');

    expect(valueOf('[typeof kept, ({}).polluted === undefined, [].push(1)]')).toEqual(['undefined', true, 1]);
    expect(valueOf('JSON.stringify = () => "1"; Object.keys = null; ({ a: 1 })')).toEqual({ a: 1 });
  });

  it('comes to the same over the same variables', () => {
    const source = 'Object.keys(v).map((k) => k + v[k]).join() + [3, 1, 2].sort().toString() + now';
    const runs = Array.from({ length: 20 }, () => valueOf(source, { v: { b: 1, a: 2 } }));

    expect(new Set(runs).size).toBe(1);
  });
});

describe('a script task in JavaScript', () => {
  it('gives its value to the result variable, and what it set to the process', async () => {
    await check(scripted('execution.setVariable("seen", amount); amount + 1'), {
      start: { variables: { amount: 1 } },
      expect: { waitingExactly: ['after'], variables: { r: 2, seen: 1 } },
    });
  });

  it.each(['javascript', 'text/javascript', 'application/ecmascript', 'JS'])('is written as %s', async (format) => {
    expect(await problemsOf(scripted('1', '', format))).toEqual([]);
  });

  it('is held as an incident when its script fails, and goes on when the cause is mended', async () => {
    const world = await worldOf(scripted('goods.count'));
    const { id, state } = world.start('p');
    const [incident] = Object.values(state.incidents);
    expect(incident).toMatchObject({ code: 'expression-failed', elementId: 't' });
    expect(incident?.message).toContain('the script of "t" failed: ReferenceError: \'goods\' is not defined (line 1)');

    world.command(id, { type: 'set-variables', variables: { goods: { count: 4 } } });
    world.command(id, { type: 'resolve-incident', key: incident?.key ?? 0 });

    expect(world.instance(id).state.elements[1]?.variables).toMatchObject({ r: 4 });
  });

  it('is refused when its script does not parse, with the line', async () => {
    expect(await problemsOf(scripted('1;\nconst = 2'))).toEqual(['t: script-syntax']);
  });
});
