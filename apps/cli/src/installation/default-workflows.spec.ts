import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readDefaultWorkflows } from './default-workflows.js';

const diagram = (
  flow: string,
) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">
  <process id="p" isExecutable="true"><startEvent id="s"/><endEvent id="e"/>${flow}</process></definitions>`;

describe('readDefaultWorkflows', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lianban-workflows-'));
    await mkdir(join(folder, 'one'));
  });

  afterEach(async () => await rm(folder, { recursive: true, force: true }));

  it('reads each folder with its processes and leaves out what is no diagram', async () => {
    await writeFile(join(folder, 'one/one.bpmn'), diagram('<sequenceFlow id="f" sourceRef="s" targetRef="e"/>'));
    await writeFile(join(folder, 'one/README.md'), 'text');

    const [one, ...others] = await readDefaultWorkflows(folder, 'Asia/Shanghai');

    expect(one).toMatchObject({ name: 'one', processes: ['p'], files: [{ name: 'one/one.bpmn' }] });
    expect(others).toEqual([]);
  });

  it('refuses a broken diagram with file, element and reason in one line', async () => {
    await writeFile(join(folder, 'one/one.bpmn'), diagram('<sequenceFlow id="f" sourceRef="s" targetRef="nowhere"/>'));

    await expect(readDefaultWorkflows(folder, 'Asia/Shanghai')).rejects.toThrow(
      /^workflows\/one\/one\.bpmn, element \S+: .+/u,
    );
  });

  it('refuses what is no XML, and a folder that is not there', async () => {
    await writeFile(join(folder, 'one/one.bpmn'), 'not a diagram');

    await expect(readDefaultWorkflows(folder, 'Asia/Shanghai')).rejects.toThrow(/^workflows\/one\/one\.bpmn/u);
    await expect(readDefaultWorkflows(join(folder, 'none'), 'Asia/Shanghai')).rejects.toThrow(
      /cannot be read \(ENOENT\)/u,
    );
  });
});
