import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EngineCalendars } from '../calendars/engine-calendars.js';
import { defaultWorkflow, openEngineWorld, type EngineWorld } from '../testing/engine-world.js';
import { inARow, processFile } from '../testing/process-file.js';
import { DefinitionService } from './definition.service.js';
import type { Reader } from './definition.store.js';
import type { SourceFile } from './source-file.js';

describe('deployed definitions', () => {
  let world: EngineWorld;

  beforeAll(async () => {
    world = await openEngineWorld([]);
  });

  afterAll(async () => await world?.close());

  it('get the next version for changed content, and none for the same content', async () => {
    const first = await deploy(oneTask('walk', 'a'));
    const same = await deploy(oneTask('walk', 'a'));
    const changed = await deploy(oneTask('walk', 'b'));

    expect(first.definitions).toMatchObject([{ key: 'walk', version: 1, isNew: true }]);
    expect(same).toMatchObject({ deployment: first.deployment, definitions: [{ version: 1, isNew: false }] });
    expect(changed.definitions).toMatchObject([{ version: 2, isNew: true }]);
    expect((await definitions().versions(world.database, 'walk')).map(({ version }) => version)).toEqual([2, 1]);
  });

  it('go back to older content as a new version, as the latest is what is meant', async () => {
    await deploy(oneTask('back', 'a'));
    await deploy(oneTask('back', 'b'));

    expect((await deploy(oneTask('back', 'a'))).definitions).toMatchObject([{ version: 3, isNew: true }]);
  });

  it('deployed by several at once get one version each, and the same content one in all', async () => {
    const results = await Promise.all([1, 2, 3, 3, 3].map((number) => deploy(oneTask('race', `t${number}`))));
    const versions = await definitions().versions(world.database, 'race');

    expect(versions.length).toBeLessThanOrEqual(5);
    expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length);
    expect(results.every(({ definitions: [only] }) => only?.key === 'race')).toBe(true);
  });

  it('are read once for all who want one at the same time', async () => {
    const {
      definitions: [stored],
    } = await deploy(oneTask('wanted', 'a'));
    let reads = 0;
    const reader: Reader = {
      query: (statement) => {
        reads += 1;
        return world.database.query(statement);
      },
    };

    await Promise.all([1, 2, 3].map(() => definitions().compiled(reader, stored?.id ?? '')));

    expect(reads).toBe(2); // itself, and its files
  });

  it('leave running instances on the version that they began with', async () => {
    await deploy(oneTask('stay', 'before'));
    const { instanceId, tasks } = await world.start('stay');
    await deploy(oneTask('stay', 'after'));
    const next = await world.start('stay');
    const ended = await world.complete(tasks[0]?.id);

    expect(next.tasks).toMatchObject([{ elementId: 'after' }]);
    expect(ended).toMatchObject({ instanceId, status: 'completed', definition: { version: 1 } });
    expect((await world.start('stay', {}, { version: 1 })).tasks).toMatchObject([{ elementId: 'before' }]);
  });

  it('come back byte for byte', async () => {
    const [diagram, decision] = defaultWorkflow('case-routing');
    await deploy(diagram, decision);
    const definition = await definitions().get(world.database, 'case-routing');

    expect(await definitions().files(world.database, definition)).toEqual(expect.arrayContaining([diagram, decision]));
    const bpmn = [diagram, decision].find((file) => file?.name.endsWith('.bpmn'));
    expect(await definitions().xml(world.database, 'case-routing')).toBe(bpmn?.content);
  });

  it('are refused as a whole, with every problem by element, and nothing is stored', async () => {
    const wrong = processFile('wrong', inARow(['rule', '<businessRuleTask id="rule" lianban:decision="no-such" />']));
    await expect(deploy(oneTask('fine', 'a'), wrong)).rejects.toMatchObject({
      code: 'deployment-refused',
      kind: 'unprocessable',
      problems: [expect.objectContaining({ element: 'rule', code: 'decision-unknown' })],
    });
    await expect(deploy({ name: 'x.bpmn', content: '<not xml' })).rejects.toMatchObject({ code: 'deployment-refused' });
    await expect(definitions().get(world.database, 'fine')).rejects.toMatchObject({ code: 'definition-unknown' });
  });

  it('are refused when a timer names a calendar that there is not', async () => {
    const content = oneTask('dated', 'a').content.replace(
      '</process>',
      `<boundaryEvent id="due" attachedToRef="a"><timerEventDefinition lianban:calendar="lunar">
        <timeDuration>P1D</timeDuration></timerEventDefinition></boundaryEvent>
      <endEvent id="late" /><sequenceFlow id="lapses" sourceRef="due" targetRef="late" /></process>`,
    );

    await expect(deploy({ name: 'dated.bpmn', content })).rejects.toMatchObject({ code: 'deployment-refused' });
  });

  it('are listed by key, page by page', async () => {
    const first = await definitions().list(world.database, { limit: 2 });
    const rest = await definitions().list(world.database, { limit: 50, after: first.next ?? '' });
    const keys = [...first.items, ...rest.items].map(({ key }) => key);

    expect(first.items).toHaveLength(2);
    expect(keys).toEqual([...new Set(keys)].sort());
    expect(keys).toEqual(expect.arrayContaining(['back', 'case-routing', 'race', 'stay', 'walk']));
  });

  const definitions = (): DefinitionService => world.get(DefinitionService);

  const deploy = (...files: readonly (SourceFile | undefined)[]) =>
    world.database.transaction((tx) =>
      definitions().deploy(
        tx,
        files.flatMap((file) => file ?? []),
        { actor: 'system', calendars: world.get(EngineCalendars).current },
      ),
    );
});

function oneTask(process: string, task: string): SourceFile {
  return processFile(process, inARow([task, `<userTask id="${task}" />`]));
}
