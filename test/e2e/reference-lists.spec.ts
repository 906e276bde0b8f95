import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiServer, type ApiServer } from './support/api-server.js';

const path = '/api/v1/reference-lists';

interface Entry {
  readonly code: string;
  readonly name: string;
  readonly position: number;
  readonly active: boolean;
  readonly values: Readonly<Record<string, unknown>>;
  readonly version: number;
}

describe('the lists that administrators keep', () => {
  let server: ApiServer;

  beforeAll(async () => (server = await startApiServer()));
  afterAll(async () => await server?.close());

  it('are all there, with what is out of use and what may be entered', async () => {
    const { body } = await server.call('GET', path, { as: 'sysadmin' });
    expect(body.map(({ key }: { key: string }) => key)).toEqual([
      'channels',
      'case-kinds',
      'intake-exits',
      'pause-reasons',
      'act-limits',
      'dispositions',
      'contact-ways',
      'supervision-triggers',
      'ladder-rungs',
      'volunteer-skills',
      'exclusion-reasons',
      'notice-kinds',
      'campaign-kinds',
      'campaigns',
      'historic-ages',
      'whistle-kinds',
      'reception-kinds',
      'reception-duties',
    ]);
    const pauses = body.find(({ key }: { key: string }) => key === 'pause-reasons');
    expect(pauses).toMatchObject({
      grows: false,
      fields: [{ key: 'capDays', kind: 'number', least: 1, most: 365 }, {}],
    });
    expect(await find('pause-reasons', 'court')).toMatchObject({
      name: '诉讼或仲裁',
      active: true,
      values: { capDays: 30, times: 1 },
      version: 0,
    });
    for (const as of ['clerk', 'designer', 'leader', 'auditor'])
      expect(await server.call('GET', path, { as })).toMatchObject({ status: 403 });
  });

  it('are changed for everybody at once, with the change in their history and in the audit trail', async () => {
    const renamed = await change('pause-reasons', 'court', { name: '诉讼、仲裁', values: { capDays: 60 } });
    expect(renamed).toMatchObject({ status: 200, body: { key: 'pause-reasons' } });
    const { body: seen } = await server.call('GET', '/api/v1/pause-reasons', { as: 'clerk' });
    expect(seen).toContainEqual({ code: 'court', name: '诉讼、仲裁', capDays: 60, times: 1 });

    const history = await server.call('GET', `${path}/pause-reasons/entries/court/changes`, { as: 'sysadmin' });
    expect(history.body).toMatchObject([
      {
        version: 1,
        by: expect.any(String),
        before: { name: '诉讼或仲裁', values: { capDays: 30, times: 1 } },
        after: { name: '诉讼、仲裁', values: { capDays: 60, times: 1 } },
      },
    ]);
    expect(
      await server.database.query({
        text: `SELECT FROM identity.audit_entry WHERE action = 'reference-changed' AND subject_type = 'pause-reasons'`,
      }),
    ).toHaveLength(1);
  });

  it('keep what is out of use, which nobody chooses any more', async () => {
    expect(await change('case-kinds', 'praise', { active: false })).toMatchObject({ status: 200 });
    const codes = async () =>
      (await server.call('GET', '/api/v1/case-kinds')).body.map(({ code }: { code: string }) => code) as string[];
    expect(await codes()).not.toContain('praise');
    expect(await find('case-kinds', 'praise')).toMatchObject({ active: false, version: 1 });
    await change('case-kinds', 'praise', { active: true, position: 0 });
    expect(await codes()).toContain('praise');
  });

  it('grow where the code need not know each entry', async () => {
    const added = { version: 0, name: '社区电台', position: 50, active: true, values: { processKey: 'routing' } };
    const { body: channels } = await server.call('GET', path, { as: 'sysadmin' });
    const known = channels[0].entries[0].values.processKey as string;
    expect(await put('channels', 'radio', added)).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'values.processKey' }] },
    });
    const { key } = (await server.call('GET', '/api/v1/workflows', { as: 'designer' })).body.items[0];
    expect(await put('channels', 'radio', { ...added, values: { processKey: key } })).toMatchObject({ status: 200 });
    expect(known).toBe('case-routing');
    expect((await server.call('GET', '/api/v1/channels')).body).toContainEqual({ code: 'radio', name: '社区电台' });
    const filed = { title: '路灯', text: '不亮', channel: 'radio' };
    expect(await server.call('POST', '/api/v1/cases', { as: 'clerk', body: filed })).toMatchObject({ status: 201 });

    const { values: _, ...plain } = added;
    expect(await put('pause-reasons', 'holiday', { ...plain, values: { capDays: 1, times: 1 } })).toMatchObject({
      status: 404,
    });
    expect(await put('case-kinds', 'Not A Code', { ...plain, values: { retainMonths: 36 } })).toMatchObject({
      status: 422,
      body: { errors: [{ field: 'code' }] },
    });
    expect(await put('no-list', 'x', plain)).toMatchObject({ status: 404, body: { code: 'entry-unknown' } });
  });

  it.each([
    ['pause-reasons', 'papers', { values: { capDays: 0 } }, 'values.capDays'],
    ['pause-reasons', 'papers', { values: { capDays: '30' } }, 'values.capDays'],
    ['pause-reasons', 'papers', { values: { told: '没有' } }, 'values.told'],
    ['intake-exits', 'repeat', { values: { told: ' ' } }, 'values.told'],
    ['dispositions', '@first', { values: { followUp: 'assist' } }, 'values.followUp'],
    ['notice-kinds', 'urged', { values: { byMail: null } }, 'values.byMail'],
    ['case-kinds', 'help', { name: '投诉' }, 'name'],
    ['channels', 'resident', { active: false }, 'active'],
    ['supervision-triggers', 'overdue', { active: false }, 'active'],
    ['supervision-triggers', 'many-same', { active: false }, 'active'],
  ])('refuse for %s %s %j', async (list, code, draft, field) => {
    const { code: entry, version } = await find(list, code);
    expect(await change(list, entry, draft)).toMatchObject({
      status: 422,
      body: { code: 'entry-refused', errors: [{ field, message: expect.stringMatching(/\p{Script=Han}/u) }] },
    });
    expect(await find(list, entry)).toMatchObject({ version });
  });

  it('keep one entry in use at least, even when two people put the last two out of use at once', async () => {
    const codes = (await entries('exclusion-reasons')).map(({ code }) => code);
    for (const code of codes.slice(2)) await change('exclusion-reasons', code, { active: false });
    const both = await Promise.all(
      codes.slice(0, 2).map((code) => change('exclusion-reasons', code, { active: false })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  });

  it('are not overwritten by who has seen an older version', async () => {
    const entry = await find('supervision-triggers', '@first');
    const both = await Promise.all(
      ['甲', '乙'].map((name) => put('supervision-triggers', entry.code, { ...entry, name })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'entry-changed',
      details: { version: entry.version + 1, by: expect.any(String) },
    });
  });

  it('show administrators all topics, those out of use too', async () => {
    const out = { version: 0, active: false };
    await server.call('PATCH', '/api/v1/categories/urban.road', { as: 'sysadmin', body: out });
    const { body } = await server.call('GET', '/api/v1/categories/all', { as: 'sysadmin' });
    const road = { code: 'urban.road', name: '道路破损', parent: 'urban', active: false, version: 1 };
    expect(body).toContainEqual(road);
    expect(await server.call('GET', '/api/v1/categories/all', { as: 'clerk' })).toMatchObject({ status: 403 });
  });

  it('keep every change of a topic too, and let nobody overwrite one that they have not seen', async () => {
    const topic = '/api/v1/categories/urban.lighting';
    const renamed = { version: 0, name: '公共照明' };

    const [first, second] = [
      await server.call('PATCH', topic, { as: 'sysadmin', body: renamed }),
      await server.call('PATCH', topic, { as: 'sysadmin', body: { version: 0, active: false } }),
    ];

    expect(first.status).toBe(200);
    expect(second).toMatchObject({ status: 409, body: { code: 'entry-changed', details: { version: 1 } } });
    expect((await server.call('GET', `${topic}/changes`, { as: 'sysadmin' })).body).toMatchObject([
      { version: 1, before: { name: '路灯照明', active: true }, after: { name: '公共照明', active: true } },
    ]);
    expect((await server.call('GET', `${topic}/changes`, { as: 'clerk' })).status).toBe(403);
  });

  it('bring a table of topics in once for each request', async () => {
    const imported = { as: 'sysadmin', body: { rows: [['新类', '新题']] }, headers: { 'idempotency-key': 'topics' } };

    const [first, again] = [
      await server.call('POST', '/api/v1/categories/import', imported),
      await server.call('POST', '/api/v1/categories/import', imported),
    ];

    expect(first.body).toMatchObject({ created: 1, known: 0 });
    expect(again.body).toEqual(first.body);
  });

  async function entries(list: string): Promise<Entry[]> {
    const { body } = await server.call('GET', path, { as: 'sysadmin' });
    return body.find(({ key }: { key: string }) => key === list).entries;
  }

  async function find(list: string, code: string): Promise<Entry> {
    const found = (await entries(list)).find((entry) => code === '@first' || entry.code === code);
    if (!found) throw new Error(`${list} has no "${code}": expected one of those that are seeded`);
    return found;
  }

  /** Changes an entry as it stands now. */
  async function change(list: string, code: string, draft: object) {
    const { code: entry, ...now } = await find(list, code);
    return await put(list, entry, { ...now, values: {}, ...draft });
  }

  async function put(list: string, code: string, body: object) {
    return await server.call('PUT', `${path}/${list}/entries/${encodeURIComponent(code)}`, { as: 'sysadmin', body });
  }
});
