import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { twoStepRouting } from '@lianban/casework';
import { startApiServer, type ApiServer } from './support/api-server.js';

const content = {
  type: 'default',
  id: 'site-visit',
  schemaVersion: 19,
  components: [
    { type: 'radio', id: 'Field_kind', key: 'nature', label: '性质', validate: { required: true }, values: kinds() },
    {
      type: 'number',
      id: 'Field_cost',
      key: 'cost',
      label: '费用',
      validate: { required: true, min: 0, max: 1_000 },
      conditional: { hide: '=nature != "repair"' },
    },
    {
      type: 'textfield',
      id: 'Field_why',
      key: 'why',
      label: '上报原因',
      validate: { required: true },
      conditional: { hide: '=outcome != "escalate"' },
    },
    { type: 'textfield', id: 'Field_station', key: 'station', label: '工作站', readonly: true },
    { type: 'checkbox', id: 'Field_safe', key: 'safe', label: '现场安全' },
  ],
};

/** The two-step process with a form at the first step, and a gateway that goes by what is filled in. */
const diagram = twoStepRouting.content
  .replace('lianban:unit="= station"', 'lianban:unit="= station" lianban:taskForm="site-visit"')
  .replace('= outcome = "escalate"', '= outcome = "escalate" or cost &gt; 500');

describe('the form of a step', () => {
  let server: ApiServer;
  let caseId: string;
  let task: string;

  beforeAll(async () => {
    server = await startApiServer();
    const refused = await deploy();
    expect(refused).toMatchObject({ status: 422, body: { code: 'deployment-refused' } });
    expect(refused.body.problems ?? refused.body.details?.problems).toContainEqual(
      expect.objectContaining({ code: 'form-unknown', element: 'station-handles' }),
    );
    const made = await server.call('POST', '/api/v1/forms', { as: 'designer', body: { name: '现场走访', content } });
    expect(made).toMatchObject({ status: 201, body: { key: 'site-visit', version: 1, content } });
    expect((await deploy()).status).toBe(200);
  });

  afterAll(async () => await server?.close());

  beforeEach(async () => {
    const body = { title: '路灯不亮', text: '三盏路灯不亮', channel: 'phone' };
    const filed = await server.call('POST', '/api/v1/cases', { as: 'clerk', body });
    caseId = filed.body.id;
    task = filed.body.tasks[0].id;
  });

  it('is shown to who handles the task, with what the case knows already, and to nobody else', async () => {
    const shown = await server.call('GET', `/api/v1/tasks/${task}/form`, { as: 'clerk' });

    expect(shown.body).toMatchObject({ form: { key: 'site-visit', version: 1, name: '现场走访', content } });
    expect(Object.keys(shown.body.variables)).toEqual(['station']);
    expect(shown.body.values).toEqual({
      nature: null,
      cost: null,
      why: null,
      station: shown.body.variables.station,
      safe: false,
    });
    expect((await server.call('GET', `/api/v1/tasks/${task}/form`, { as: 'clerk2' })).status).toBe(404);
    expect((await view()).tasks[0]).toMatchObject({ hasForm: true });
  });

  it('is checked again when it comes, each field that is wrong by its name, and nothing happens then', async () => {
    const refused = await complete('escalate', { nature: 'repair', cost: 5_000, safe: 'yes' });

    expect(refused).toMatchObject({ status: 422, body: { code: 'form-values-refused', title: '表单填写有误' } });
    expect(refused.body.errors).toEqual([
      { field: 'variables.cost', message: '费用：不能大于 1000' },
      { field: 'variables.why', message: '上报原因：必须填写' },
      { field: 'variables.safe', message: '现场安全：填写的内容类型不正确' },
    ]);
    expect((await view()).tasks).toMatchObject([{ id: task }]);
    expect((await forms()).body).toEqual([]);
  });

  it('gives variables that gateways decide by, and stays with the case as it was filled in', async () => {
    const done = await complete('resolved', { nature: 'repair', cost: 800, safe: true, station: 'forged', why: 'x' });

    expect(done).toMatchObject({ status: 200, body: { tasks: [{ elementId: 'street-coordinates' }] } });
    const [filled, ...others] = (await forms()).body;
    expect(others).toEqual([]);
    expect(filled).toMatchObject({
      taskId: task,
      step: '工作站办理',
      form: { key: 'site-visit', version: 1, name: '现场走访' },
    });
    expect(filled.entries.map(({ label, value, text }: FilledEntry) => [label, value, text])).toEqual([
      ['性质', 'repair', '维修'],
      ['费用', 800, '800'],
      ['工作站', expect.not.stringContaining('forged'), expect.any(String)],
      ['现场安全', true, null],
    ]);
    expect((await server.call('GET', `/api/v1/cases/${caseId}/forms`, { as: 'clerk2' })).status).toBe(404);
  });

  it('leaves out what is hidden, so that no gateway goes by it', async () => {
    const done = await complete('resolved', { nature: 'talk', cost: 800 });

    expect(done).toMatchObject({ status: 200, body: { tasks: [] } });
    expect((await forms()).body[0].entries.map(({ key }: FilledEntry) => key)).toEqual(['nature', 'station', 'safe']);
  });

  it('is kept with the draft of who fills it in', async () => {
    const draft = { opinion: '到现场看过', values: { nature: 'repair', cost: 10 } };
    await server.call('PUT', `/api/v1/tasks/${task}/draft`, { as: 'clerk', body: draft });

    expect((await server.call('GET', `/api/v1/tasks/${task}/draft`, { as: 'clerk' })).body).toMatchObject({ draft });
    const long = { opinion: '', values: { nature: 'x'.repeat(40_000) } };
    expect((await server.call('PUT', `/api/v1/tasks/${task}/draft`, { as: 'clerk', body: long })).status).toBe(400);
  });

  it('is changed in versions: an open task keeps its own, the next one shows the new', async () => {
    const [first, ...rest] = content.components;
    const body = { name: '现场走访（新）', content: { ...content, components: [...rest, first] }, from: 1 };
    const change = () => server.call('POST', '/api/v1/forms/site-visit/versions', { as: 'designer', body });

    expect(await change()).toMatchObject({ status: 201, body: { version: 2 } });
    expect(await change()).toMatchObject({ status: 409, body: { code: 'form-changed' } });
    const shown = await server.call('GET', `/api/v1/tasks/${task}/form`, { as: 'clerk' });
    expect(shown.body.form).toMatchObject({ version: 1, name: '现场走访' });
    const later = await server.call('POST', '/api/v1/cases', {
      as: 'clerk',
      body: { title: '漏水', text: '水管漏水', channel: 'phone' },
    });
    const next = await server.call('GET', `/api/v1/tasks/${later.body.tasks[0].id}/form`, { as: 'clerk' });
    expect(next.body.form).toMatchObject({ version: 2, name: '现场走访（新）' });
    const history = await server.call('GET', '/api/v1/forms/site-visit/versions', { as: 'designer' });
    expect(history.body.map(({ version }: { version: number }) => version)).toEqual([2, 1]);
    const old = await server.call('GET', '/api/v1/forms/site-visit/versions/1', { as: 'designer' });
    expect(old.body.content).toEqual(content);
  });

  it('is designed by administrators of workflows alone, and refused where it cannot be shown', async () => {
    const wrong = { ...content, id: 'other', components: [{ type: 'filepicker', id: 'x', key: 'x' }] };
    const post = (as: string, body: object) => server.call('POST', '/api/v1/forms', { as, body });

    expect((await post('clerk', { name: 'x', content })).status).toBe(403);
    expect(await post('designer', { name: 'x', content })).toMatchObject({
      status: 409,
      body: { code: 'form-exists' },
    });
    const refused = await post('designer', { name: 'x', content: wrong });
    expect(refused).toMatchObject({ status: 422, body: { code: 'form-refused', title: '表单设计有误，未保存' } });
    expect(refused.body.errors).toEqual([{ field: 'x', message: expect.stringContaining('filepicker') }]);
    const page = await server.call('GET', '/api/v1/forms?limit=1', { as: 'designer' });
    expect(page.body).toMatchObject({ items: [{ key: 'site-check', name: '现场核查' }], next: expect.any(String) });
  });

  async function deploy() {
    return await server.call('POST', '/api/v1/workflows', {
      as: 'designer',
      body: { files: [{ name: 'routing.bpmn', content: diagram }] },
    });
  }

  async function complete(outcome: string, variables: object) {
    const body = { outcome, variables, opinion: '已到现场' };
    return await server.call('POST', `/api/v1/tasks/${task}/complete`, { as: 'clerk', body });
  }

  async function view() {
    return (await server.call('GET', `/api/v1/cases/${caseId}`, { as: 'clerk' })).body;
  }

  async function forms() {
    return await server.call('GET', `/api/v1/cases/${caseId}/forms`, { as: 'clerk' });
  }
});

interface FilledEntry {
  readonly key: string;
  readonly label: string;
  readonly value: unknown;
  readonly text: string | null;
}

function kinds() {
  return [
    { label: '维修', value: 'repair' },
    { label: '解释', value: 'talk' },
  ];
}
