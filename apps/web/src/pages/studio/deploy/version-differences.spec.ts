import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { compileDeployment, type CompiledProcess } from '@lianban/bpmn';
import { versionDifferences } from './version-differences.js';

const file = new URL('../../../../../../workflows/revisit/revisit.bpmn', import.meta.url);

describe('what a new version does otherwise', () => {
  let xml: string;
  let before: CompiledProcess;

  beforeAll(async () => {
    xml = await readFile(file, 'utf8');
    before = await compiled(xml);
  });

  it('is nothing when nothing but the drawing was changed', async () => {
    expect(versionDifferences(before, await compiled(xml.replace(/x="1\d\d"/u, 'x="7"')))).toEqual([]);
  });

  it('names a term with both its values', async () => {
    const [, term = ''] = /<bpmn:timeDuration[^>]*>([^<]+)</u.exec(xml) ?? [];
    const after = await compiled(xml.replace(`>${term}<`, '>P9D<'));

    expect(versionDifferences(before, after)).toMatchObject([
      { kind: 'changed', thing: 'term', before: expect.stringContaining(term), after: expect.stringContaining('P9D') },
    ]);
  });

  it('names the form of a step with both', async () => {
    const after = await compiled(xml.replace('<bpmn:userTask ', '<bpmn:userTask lianban:taskForm="visit" '));

    expect(versionDifferences(before, after)).toMatchObject([
      { kind: 'changed', thing: 'form', before: '', after: 'visit' },
    ]);
  });

  it('names a condition by both ends of its flow', async () => {
    const after = await compiled(xml.replace('outcome = "wait"', 'outcome = "later"'));

    expect(versionDifferences(before, after)).toEqual([
      {
        kind: 'changed',
        element: 'revisit-decision-to-revisit-wait',
        name: expect.stringContaining(' → '),
        thing: 'condition',
        before: 'outcome = "wait"',
        after: 'outcome = "later"',
      },
    ]);
  });

  it('names what was taken out and what came in', async () => {
    const after = await compiled(xml.replaceAll('revisit-decision-to-revisit-wait', 'another'));

    expect(versionDifferences(before, after).map(({ kind, element }) => [kind, element])).toEqual([
      ['removed', 'revisit-decision-to-revisit-wait'],
      ['added', 'another'],
    ]);
  });
});

async function compiled(content: string): Promise<CompiledProcess> {
  const { definitions, problems } = await compileDeployment([{ name: 'revisit.bpmn', content }]);
  const process = definitions?.processes.values().next().value;
  if (!process) throw new Error(JSON.stringify(problems));
  return process;
}
