import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProduct, type Product } from './support/product.js';
import { runCli, type Run } from './support/run-cli.js';

const diagram = (element: string) => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:lianban="http://lianban.org/schema/bpmn" id="d" targetNamespace="t">
  <process id="weighing" isExecutable="true"><startEvent id="s"/><userTask id="weigh" name="Weigh" lianban:candidateGroups="station-clerk"/>
  ${element}<endEvent id="e"/><sequenceFlow id="f" sourceRef="s" targetRef="weigh"/>
  <sequenceFlow id="g" sourceRef="weigh" targetRef="e"/></process></definitions>`;

describe('an operator at the command line', () => {
  let product: Product;
  let folder: string;

  beforeAll(async () => {
    product = await startProduct();
    folder = await mkdtemp(join(tmpdir(), 'lianban-operator-'));
  }, 120_000);

  afterAll(async () => {
    await product?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('deploys a diagram, once, and a wrong one not at all', async () => {
    const [right, wrong] = [join(folder, 'weighing.bpmn'), join(folder, 'wrong.bpmn')];
    await writeFile(right, diagram(''));
    await writeFile(wrong, diagram('').replace('"station-clerk"', '"nobody"'));

    expect(await lianban('workflow', 'deploy', right)).toMatchObject({ code: 0, output: 'weighing:1 deployed\n' });
    expect(await lianban('workflow', 'deploy', right)).toMatchObject({
      code: 0,
      output: 'weighing:1 was there already\n',
    });
    const refused = await lianban('workflow', 'deploy', wrong);
    expect(refused.code).toBe(1);
    expect(refused.output).toMatch(
      /^wrong\.bpmn: weigh: error: candidate group "nobody" is neither [^\n]+ \[group-unknown\]\nnothing was deployed\n$/u,
    );
  });

  it('sees, suspends, sets and resumes instances by their ids', async () => {
    const [one = '', another = ''] = await started(2);
    const listed = await lianban('instances', 'list', '--process', 'weighing', '--at', 'weigh', '--json');
    const held = await lianban('instances', 'suspend', one);
    const again = await lianban('instances', 'suspend', one, another);
    const shown = await lianban('instances', 'show', one);

    expect(rows(listed).map(({ id }) => id)).toEqual(expect.arrayContaining([one, another]));
    expect(held).toMatchObject({ code: 0, output: '1 done, 0 refused\n' });
    expect(again.code).toBe(1);
    expect(again.output).toMatch(new RegExp(`^${one}: [^\\n]+\\n1 done, 1 refused\\n$`, 'u'));
    expect(JSON.parse(shown.output)).toMatchObject({
      id: one,
      status: 'suspended',
      tokens: [{}, { elementId: 'weigh' }],
    });
    expect(await lianban('instances', 'resume', one, another)).toMatchObject({ code: 0 });
    expect(await lianban('instances', 'set', one, '--variables', '{"grams": 12}')).toMatchObject({ code: 0 });
    expect((await lianban('instances', 'set', one, '--variables', '12')).errors).toContain('expected a JSON object');
  });

  it('does it to all that fit, when told so twice, and sees the batch', async () => {
    await started(3);
    const unsure = await lianban('instances', 'suspend', '--process', 'weighing');
    const sure = await lianban('instances', 'suspend', '--process', 'weighing', '--yes', '--json');
    const batches = rows(await lianban('batches', 'list', '--json'));
    const shown = await lianban('batches', 'show', String(batches[0]?.['id']));

    expect(unsure).toMatchObject({ code: 1, output: '' });
    expect(unsure.errors).toContain('add --yes');
    expect(JSON.parse(sure.output)).toMatchObject({ refusals: [] });
    expect(batches[0]).toMatchObject({ operation: 'suspend', state: 'finished' });
    expect(JSON.parse(shown.output)).toMatchObject({ refused: 0, refusals: [] });
    expect(await lianban('instances', 'resume', '--process', 'weighing', '--yes')).toMatchObject({ code: 0 });
  });

  it('migrates to a new version after a look at what it comes to', async () => {
    const [one = ''] = await started(1);
    const file = join(folder, 'weighing.bpmn');
    await writeFile(file, diagram('').replaceAll('"weigh"', '"weigh-twice"'));
    expect(await lianban('workflow', 'deploy', file)).toMatchObject({ output: 'weighing:2 deployed\n' });

    const preview = await lianban('workflow', 'migrate', 'weighing', '1', '2', '--dry-run');
    const migrated = await lianban('workflow', 'migrate', 'weighing', '1', '2', '--map', 'weigh=weigh-twice');
    const listed = rows(await lianban('instances', 'list', '--process', 'weighing', '--json'));

    expect(preview.output).toMatch(
      /^weigh goes over to weigh-twice\n(\d+) of \1 instances would go over; nothing was changed\n$/u,
    );
    expect(migrated).toMatchObject({ code: 0, output: expect.stringMatching(/^\d+ done, 0 refused\n$/u) });
    expect(new Set(listed.map((row) => row['process']))).toEqual(new Set(['weighing:2']));
    const moved = await lianban(
      'instances',
      'modify',
      one,
      '--reason',
      'again',
      '--before',
      'weigh-twice',
      '--cancel',
      'weigh-twice',
    );
    expect(moved).toMatchObject({ code: 0, output: '1 done, 0 refused\n' });
  });

  it('cancels, restarts, and closes a version to new starts', async () => {
    const [one = ''] = await started(1);

    expect(await lianban('instances', 'cancel', one, '--reason', 'a mistake')).toMatchObject({ code: 0 });
    expect((await lianban('instances', 'restart', one, '--latest')).output).toMatch(/ has started, by weighing:2\n$/u);
    expect(await lianban('workflow', 'suspend', 'weighing', '2')).toMatchObject({
      output: 'weighing:2 is suspended\n',
    });
    expect((await lianban('instances', 'restart', one, '--latest')).code).toBe(1);
    expect(await lianban('workflow', 'resume', 'weighing', '2')).toMatchObject({ output: 'weighing:2 is in use\n' });
  });

  it('is told in one line what is missing', async () => {
    expect((await lianban('instances', 'suspend')).errors).toMatch(/^lianban: Say which instances: [^\n]+\n$/u);
    expect((await lianban('instances', 'show', 'no-id')).errors).toMatch(/^lianban: [^\n]+\n$/u);
    expect((await lianban('instances', 'list', '--of-version', 'new')).errors).toContain('"new" is no version');
    expect((await runCli(['instances', 'list', '--url', 'http://127.0.0.1:2', '--token', 'x'])).code).toBe(3);
  });

  /** Starts processes as another program would. */
  async function started(count: number): Promise<string[]> {
    const token = await fetch(`${product.address}/api/v1/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'designer', password: product.password }),
    });
    const { accessToken } = (await token.json()) as { accessToken: string };
    const ids: string[] = [];
    for (let index = 0; index < count; index += 1) {
      const answer = await fetch(`${product.address}/engine-rest/process-definition/key/weighing/start`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${accessToken}` },
        body: '{}',
      });
      ids.push(((await answer.json()) as { id: string }).id);
    }
    return ids;
  }

  async function lianban(...args: string[]): Promise<Run> {
    return await runCli([...args, '--url', product.address], {
      LIANBAN_USERNAME: 'designer',
      LIANBAN_PASSWORD: product.password,
    });
  }

  function rows({ output }: Run): Record<string, unknown>[] {
    return output
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }
});
