import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { compileDeployment } from '@lianban/bpmn';
import { asOwnDiagram, copyOf } from './diagram-file.js';
import { emptyDiagram } from './empty-diagram.js';
import { newTable } from './new-table.js';

const folder = new URL('../../../../../../workflows/case-routing/', import.meta.url);
const names = { start: '开始', step: '办理', end: '结束', resolved: '办结' };

async function processesOf(files: readonly { readonly name: string; readonly content: string }[]) {
  const { definitions, problems } = await compileDeployment(files);
  expect(problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return [...(definitions?.processes.values() ?? [])].map(({ id, name }) => ({ id, name }));
}

describe('a workflow that begins', () => {
  let routing: { name: string; content: string }[];

  beforeAll(async () => {
    const read = async (name: string) => ({ name, content: await readFile(new URL(name, folder), 'utf8') });
    routing = [await read('case-routing.bpmn'), await read('routing.dmn')];
  });

  it('from nothing can be deployed as it is', async () => {
    const content = emptyDiagram('lost-and-found', '失物 & "招领"', names);

    expect(await processesOf([{ name: 'a.bpmn', content }])).toEqual([{ id: 'lost-and-found', name: '失物 & "招领"' }]);
  });

  it('from another has its steps and tables under a key of its own', async () => {
    const copy = await copyOf(routing, 'case-routing', { key: 'copied', name: '副本' });

    expect(copy.map(({ name }) => name)).toEqual(['copied.bpmn', 'routing.dmn']);
    expect(await processesOf(copy)).toEqual([{ id: 'copied', name: '副本' }]);
    expect(copy[0]?.content).not.toContain('"case-routing"');
    expect(copy[0]?.content).toContain('lianban:outcome');
  });

  it('from a file gets its key and can run', async () => {
    const foreign = emptyDiagram('elsewhere', '别处', names).replace('isExecutable="true"', 'isExecutable="false"');

    const content = await asOwnDiagram(foreign, { key: 'mine', name: '本地' });

    expect(await processesOf([{ name: 'a.bpmn', content }])).toEqual([{ id: 'mine', name: '本地' }]);
  });

  it.each([
    ['that is no diagram', 'hello', 'unreadable'],
    ['without a process', '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"/>', 'noProcess'],
    [
      'without shapes',
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d"><process id="p"/></definitions>',
      'noShapes',
    ],
    ['that is too large', 'x'.repeat(2_000_001), 'tooLarge'],
  ])('is refused from a file %s', async (_what, xml, fault) => {
    await expect(asOwnDiagram(xml, { key: 'mine' })).rejects.toMatchObject({ fault });
  });

  it('gets a table under an id that is free, which can be deployed once it has a row', async () => {
    const begun = newTable([{ name: 'table-1.dmn', content: '' }], { table: '新表', input: '类别', output: '结果' });

    expect([begun.id, begun.file.name]).toEqual(['table-2', 'table-2.dmn']);
    expect((await compileDeployment([begun.file])).problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
