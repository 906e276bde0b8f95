import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BasicAuthInterceptor, Client, Variables, type Task, type TaskService } from 'camunda-external-task-client-js';
import { demoPassword, startApiServer, type ApiServer } from './support/api-server.js';

/** As Camunda Modeler draws it: a service task with a topic, an error event, a user task. */
const diagram = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
  id="Definitions_1" targetNamespace="http://bpmn.io/schema/bpmn">
  <bpmn:message id="Message_1" name="paid" />
  <bpmn:error id="Error_1" errorCode="NO_STOCK" />
  <bpmn:process id="order" name="Order" isExecutable="true" camunda:historyTimeToLive="180">
    <bpmn:startEvent id="Start" />
    <bpmn:serviceTask id="Reserve" name="Reserve" camunda:type="external" camunda:topic="reserve">
      <bpmn:extensionElements><camunda:failedJobRetryTimeCycle>R2/PT1M</camunda:failedJobRetryTimeCycle></bpmn:extensionElements>
    </bpmn:serviceTask>
    <bpmn:boundaryEvent id="NoStock" attachedToRef="Reserve"><bpmn:errorEventDefinition errorRef="Error_1" /></bpmn:boundaryEvent>
    <bpmn:userTask id="Pack" name="Pack" camunda:candidateGroups="packers" />
    <bpmn:receiveTask id="Paid" messageRef="Message_1" />
    <bpmn:endEvent id="End" />
    <bpmn:userTask id="Apologise" name="Apologise" />
    <bpmn:endEvent id="Sorry" />
    <bpmn:sequenceFlow id="f1" sourceRef="Start" targetRef="Reserve" />
    <bpmn:sequenceFlow id="f2" sourceRef="Reserve" targetRef="Pack" />
    <bpmn:sequenceFlow id="f3" sourceRef="Pack" targetRef="Paid" />
    <bpmn:sequenceFlow id="f4" sourceRef="Paid" targetRef="End" />
    <bpmn:sequenceFlow id="f5" sourceRef="NoStock" targetRef="Apologise" />
    <bpmn:sequenceFlow id="f6" sourceRef="Apologise" targetRef="Sorry" />
  </bpmn:process>
</bpmn:definitions>`;

type Work = (task: Task, service: TaskService) => Promise<void>;

describe('the interface for programs of Camunda 7', () => {
  let server: ApiServer;
  let client: Client;
  let work: Work;

  beforeAll(async () => {
    server = await startApiServer();
    const account = `SELECT id FROM identity.account WHERE username = 'designer'`;
    await server.database.query({
      text: `INSERT INTO identity.role_grant (account_id, role_code, unit_id, granted_at)
        SELECT account_id, 'external-worker', unit_id, granted_at FROM identity.role_grant
        WHERE account_id = (${account}) LIMIT 1`,
    });
    expect(await deploy(diagram)).toMatchObject({ status: 200 });
    client = new Client({
      baseUrl: `${server.address}/engine-rest`,
      interceptors: new BasicAuthInterceptor({ username: 'designer', password: demoPassword }),
      asyncResponseTimeout: 5_000,
      interval: 10,
      lockDuration: 60_000,
    });
    client.subscribe('reserve', ({ task, taskService }) => work(task, taskService));
  });

  afterAll(async () => {
    client?.stop();
    await server?.close();
  });

  it('takes a deployment as Camunda Modeler sends it, once', async () => {
    const version = await rest('GET', '/version');
    const first = await deploy(diagram.replace('name="Order"', 'name="Order again"'));
    const second = await deploy(diagram.replace('name="Order"', 'name="Order again"'));

    expect(version.body).toMatchObject({ version: expect.any(String) });
    expect(Object.values(first.body.deployedProcessDefinitions)).toMatchObject([
      { key: 'order', version: 2, name: 'Order again' },
    ]);
    expect(second.body.id).toBe(first.body.id);
    const { body: list } = await rest('GET', '/process-definition?key=order&latestVersion=true');
    expect(list).toMatchObject([{ key: 'order', version: 2, deploymentId: first.body.id }]);
    const { body: xml } = await rest('GET', `/process-definition/key/order/xml`);
    expect(xml.bpmn20Xml).toContain('Order again');
  });

  it('refuses a wrong diagram with the elements at fault, and deploys nothing of it', async () => {
    const refused = await deploy(diagram.replace('targetRef="Pack"', 'targetRef="Nowhere"'));

    expect(refused).toMatchObject({ status: 400, body: { type: 'ParseException' } });
    expect(JSON.stringify(refused.body.details)).toContain('f2');
  });

  it('runs the unchanged client: it works on a task as soon as there is one', async () => {
    const done: number[] = [];
    work = async (task, service) => {
      expect(task.variables.getAll()).toMatchObject({ amount: 3, goods: { sort: 'apple' } });
      const variables = new Variables().set('reserved', true).set('shelf', { row: 4 });
      await service.complete(task, variables);
      done.push(performance.now());
    };
    await settled(); // the client waits in its long poll
    const began = performance.now();
    const order = await start({
      amount: { value: 3, type: 'Integer' },
      goods: { value: '{"sort":"apple"}', type: 'Json' },
    });
    await until(() => done.length > 0);

    expect((done[0] ?? 0) - began).toBeLessThan(900); // before the next look of a poll without a bell
    const { body: variables } = await rest('GET', `/process-instance/${order}/variables`);
    expect(variables).toMatchObject({
      reserved: { type: 'Boolean', value: true },
      shelf: { type: 'Json', value: '{"row":4}' },
    });
    expect(await openTask(order)).toMatchObject({ name: 'Pack', taskDefinitionKey: 'Pack' });
  });

  it('lets the client fail, prolong and give up with an error that the diagram foresees', async () => {
    const seen: (number | undefined)[] = [];
    work = async (task, service) => {
      seen.push(task.retries);
      await service.extendLock(task, 60_000);
      if (seen.length === 1) {
        const failure = { errorMessage: 'no network', errorDetails: 'ECONNREFUSED', retries: 1, retryTimeout: 0 };
        await service.handleFailure(task, failure);
      } else await service.handleBpmnError(task, 'NO_STOCK', 'sold out');
    };
    const order = await start({});
    await until(async () => (await openTask(order)) !== undefined);

    expect(seen).toEqual([2, 1]);
    expect(await openTask(order)).toMatchObject({ taskDefinitionKey: 'Apologise' });
  });

  it('completes tasks, correlates messages and keeps a history', async () => {
    work = (task, service) => service.complete(task);
    const order = await start({}, 'B-77');
    await until(async () => (await openTask(order)) !== undefined);
    const { id } = (await openTask(order)) ?? { id: '' };
    const nobody = await rest('POST', '/message', { messageName: 'paid', businessKey: 'B-77' });
    await rest('POST', `/task/${id}/claim`, { userId: 'ann' });
    const taken = await rest('POST', `/task/${id}/claim`, { userId: 'bob' });
    const completed = await rest('POST', `/task/${id}/complete`, {
      variables: { boxes: { value: 2 } },
      withVariablesInReturn: true,
    });
    const paid = await rest('POST', '/message', { messageName: 'paid', businessKey: 'B-77', resultEnabled: true });

    expect([nobody.status, nobody.body.type]).toEqual([400, 'InvalidRequestException']);
    expect(taken).toMatchObject({ status: 400, body: { code: 'task-taken' } });
    expect(completed.body).toMatchObject({ boxes: { value: 2, type: 'Integer' } });
    expect(paid.body).toMatchObject([{ resultType: 'Execution', execution: { id: order } }]);
    const { body: history } = await rest('GET', `/history/process-instance?processInstanceId=${order}`);
    expect(history).toMatchObject([{ state: 'COMPLETED', businessKey: 'B-77' }]);
    const { body: activities } = await rest('GET', `/history/activity-instance?processInstanceId=${order}`);
    expect(activities.map(({ activityId }: { activityId: string }) => activityId)).toEqual([
      'Start',
      'Reserve',
      'Pack',
      'Paid',
      'End',
    ]);
    const { body: tasks } = await rest('GET', `/engine/default/history/task?processInstanceId=${order}`);
    expect(tasks).toMatchObject([{ taskDefinitionKey: 'Pack', deleteReason: 'completed' }]);
  });

  it('counts all that there is, not only what a page shows', async () => {
    const orders = await Promise.all([start({}, 'C-1'), start({}, 'C-1')]);
    const counts = await Promise.all(
      [
        '/process-instance/count?businessKey=C-1&maxResults=1',
        '/process-definition/count?key=order&maxResults=1',
        `/external-task/count?processInstanceId=${orders[0]}`,
        '/process-definition/count?key=order&latestVersion=true',
      ].map(async (path) => (await rest('GET', path)).body.count),
    );

    expect(counts).toEqual([2, 2, expect.any(Number), 1]);
    expect((await rest('GET', '/process-instance?businessKey=C-1&maxResults=1')).body).toHaveLength(1);
  });

  it('keeps every address shut that is not about the engine as such', async () => {
    const id = '0190a000-0000-7000-8000-000000000009';
    const addresses = [
      ['GET', '/deployment'],
      ['POST', '/deployment/create'],
      ['POST', '/message'],
      ['POST', '/signal'],
      ...['external-task', 'process-definition', 'process-instance', 'task'].flatMap((kind) => [
        ['GET', `/${kind}`],
        ['GET', `/${kind}/count`],
        ['GET', `/${kind}/${id}`],
      ]),
      ...['fetchAndLock', '1/complete', '1/failure', '1/bpmnError', '1/extendLock', '1/unlock'].map((act) => [
        'POST',
        `/external-task/${act}`,
      ]),
      ...['claim', 'unclaim', 'assignee', 'complete'].map((act) => ['POST', `/task/1/${act}`]),
      ...['process-instance', 'activity-instance', 'task'].map((kind) => ['GET', `/history/${kind}`]),
      ['PUT', '/external-task/1/retries'],
      ['PUT', `/process-instance/${id}/suspended`],
      ['DELETE', `/process-instance/${id}`],
      ['GET', `/process-instance/${id}/variables`],
      ['GET', '/task/1/form-variables'],
      ['POST', '/task'],
      ['POST', '/process-definition/key/order/start'],
      ['POST', `/process-definition/${id}/start`],
      ['GET', '/process-definition/key/order/xml'],
      ['GET', `/process-definition/${id}/xml`],
    ].flatMap(([method = '', path = '']) =>
      [`/engine-rest${path}`, `/engine-rest/engine/default${path}`].map((url) => [method, url] as const),
    );

    const answers = await Promise.all(
      addresses.map(async ([method, url]) => [url, (await server.call(method, url)).status]),
    );

    expect(answers).toEqual(addresses.map(([, url]) => [url, 401]));
  });

  it('lets nobody in without a right to it, nor a page by its cookie or its form', async () => {
    const body = { workerId: 'w', maxTasks: 1, topics: [{ topicName: 'reserve', lockDuration: 1_000 }] };
    const ask = (headers: Record<string, string>) =>
      server.call('POST', '/engine-rest/external-task/fetchAndLock', { body, headers });
    const clerk = Buffer.from(`clerk:${demoPassword}`).toString('base64');

    expect(await ask({})).toMatchObject({ status: 401, body: { type: 'AuthorizationException' } });
    expect(await ask({ authorization: `Basic ${Buffer.from('designer:wrong').toString('base64')}` })).toMatchObject({
      status: 401,
    });
    expect(await ask({ authorization: `Basic ${clerk}` })).toMatchObject({ status: 403 });
    expect(await ask({ cookie: 'lianban_session=x' })).toMatchObject({ status: 401 });
    const form = await fetch(`${server.address}/api/v1/workflows`, { method: 'POST', body: formOf(diagram) });
    expect(form.status).toBe(415);
  });

  const authorization = `Basic ${Buffer.from(`designer:${demoPassword}`).toString('base64')}`;

  const rest = (method: string, path: string, body?: object) =>
    server.call(method, `/engine-rest${path}`, { headers: { authorization }, ...(body && { body }) });

  function formOf(content: string): FormData {
    const form = new FormData();
    form.set('deployment-name', 'order');
    form.set('deployment-source', 'Camunda Modeler');
    form.set('enable-duplicate-filtering', 'true');
    form.set('deploy-changed-only', 'true');
    form.set('order.bpmn', new Blob([content], { type: 'text/xml' }), 'order.bpmn');
    return form;
  }

  async function deploy(content: string) {
    const request = { method: 'POST', body: formOf(content), headers: { authorization } };
    const response = await fetch(`${server.address}/engine-rest/deployment/create`, request);
    // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what the server says is under test
    return { status: response.status, body: (await response.json()) as any };
  }

  async function start(variables: object, businessKey?: string): Promise<string> {
    const answer = await rest('POST', '/process-definition/key/order/start', {
      variables,
      ...(businessKey && { businessKey }),
    });
    expect(answer).toMatchObject({ status: 200, body: { ended: false } });
    return String(answer.body.id);
  }

  async function openTask(order: string): Promise<{ id: string } | undefined> {
    const { body } = await rest('GET', `/task?processInstanceId=${order}`);
    return (body as { id: string }[])[0];
  }
});

/** The client has had time to ask. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 300));

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + 8_000;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error('expected it to happen within 8 s');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
