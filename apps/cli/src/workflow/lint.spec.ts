import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { lint } from './lint.js';

const diagram = (attribute: string) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:lianban="http://lianban.org/schema/bpmn" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="t">
  <process id="p" isExecutable="true">
    <startEvent id="s"/><userTask id="task" ${attribute}/><endEvent id="e"/>
    <sequenceFlow id="f" sourceRef="s" targetRef="task"/><sequenceFlow id="g" sourceRef="task" targetRef="e"/>
  </process></definitions>`;

describe('the forms that a diagram names', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianban-forms-'));
  });

  afterEach(async () => await rm(folder, { recursive: true, force: true }));

  it('are looked for among the files beside it, and an unknown one is an error', async () => {
    await write('visit.form', formOf({ type: 'textfield', id: 'a', key: 'a' }));

    expect(await lintDiagram('lianban:taskForm="visit"')).toEqual([]);
    expect(await lintDiagram('lianban:taskForm="other"')).toEqual(['error form-unknown task']);
  });

  it('are warned of where another tool named them, and not looked for where no form is known', async () => {
    expect(await lintDiagram('lianban:taskForm="other"')).toEqual([]);
    expect(await lintDiagram('lianban:taskForm="other"', ['visit'])).toEqual(['error form-unknown task']);
    expect(await lintDiagram('camunda:formKey="embedded:app:x.html"', ['visit'])).toEqual([
      'warning form-unknown task',
    ]);
  });

  it('are checked where somebody asks about them', async () => {
    const broken = await write('visit.form', formOf({ type: 'filepicker', id: 'a', key: 'a' }));
    const text = await write('text.form', 'no form');

    expect(await lintFiles([broken, text])).toEqual(['error type-unknown a', 'error form-invalid undefined']);
  });

  async function write(name: string, content: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  }

  async function lintDiagram(attribute: string, forms?: string[]): Promise<string[]> {
    return await lintFiles([await write('p.bpmn', diagram(attribute))], forms);
  }

  async function lintFiles(names: string[], forms?: string[]): Promise<string[]> {
    const problems = await lint(names, { explore: false, rules: false, ...(forms && { forms }) });
    return problems.map(({ severity, code, element }) => `${severity} ${code} ${element}`);
  }
});

function formOf(component: object): string {
  return JSON.stringify({ type: 'default', id: 'visit', components: [component] });
}
