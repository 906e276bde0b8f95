import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditTrail } from '@lianban/identity';
import { caseworkSealedTables } from '@lianban/casework';
import { ManualClock, Resealing } from '@lianban/platform';
import { startApiServer, type ApiServer } from './support/api-server.js';

describe('who the resident of a case is', () => {
  let server: ApiServer;
  let trail: AuditTrail;
  let id: string;
  let code: string;

  beforeAll(async () => {
    server = await startApiServer();
    trail = new AuditTrail(server.database, new ManualClock('2026-03-02T01:00:00Z'));
    ({ id, code } = await file({ resident: { name: '王小明', phone: '13800001234' } }));
  });

  afterAll(async () => await server?.close());

  it('is masked, and shown to who handles the case for a reason', async () => {
    expect((await server.call('GET', `/api/v1/cases/${id}`, { as: 'clerk' })).body.resident.name).not.toBe('王小明');
    expect((await look('clerk', '电话核实情况')).body).toEqual({ name: '王小明', phone: '13800001234' });
    expect((await look('clerk', ' ')).status).toBe(400);
  });

  it('is shown to nobody who may not read the case, or only supervises it, and where nobody left a name', async () => {
    const strange = await look('clerk2', '好奇');
    const unknown = await look('clerk2', '好奇', '00000000-0000-7000-8000-000000000000');
    expect(strange).toMatchObject({ status: unknown.status, body: { code: 'case-unknown' } });
    expect((await look('leader', '督查')).body).toMatchObject({ code: 'permission-missing' });
    const { id: nameless } = await file({ anonymous: true });
    expect((await look('clerk', '电话核实', nameless)).body).toMatchObject({ code: 'resident-unnamed' });
  });

  it('is asked for only so often in an hour by one account, at once too; what is refused is recorded', async () => {
    await server.database.query({ text: `UPDATE casework.act_limit SET most = 4 WHERE code = 'reveals-an-hour'` });
    const answers = await Promise.all([1, 2, 3, 4].map(async () => await look('clerk', '约定上门时间')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 403, 403]);
    await server.advanceBy(3_600_001);
    expect((await look('clerk', '告知结果')).status).toBe(200);
  });

  it('tells who supervises who looked, and nobody else', async () => {
    const readings = `/api/v1/cases/${id}/personal-data/readings`;
    expect((await server.call('GET', readings, { as: 'clerk' })).status).toBe(403);
    const { body } = await server.call('GET', readings, { as: 'supervisor' });
    expect(body).toHaveLength(7);
    expect(body[0]).toMatchObject({ by: expect.any(String), reason: '告知结果', seen: true });
    expect(body.filter(({ seen }: { seen: boolean }) => !seen)).toHaveLength(3);
    expect(body[5]).toMatchObject({ reason: '好奇', seen: false }); // of a case that they could not even read
    expect(body[6]).toMatchObject({ unit: '向阳社区服务民生工作站', reason: '电话核实情况' });
  });

  it('is found by an auditor among all that was done, by who, what, case and time, and by nobody else', async () => {
    const found = async (query: string) =>
      (await server.call('GET', `/api/v1/audit/entries?${query}`, { as: 'auditor' })).body;
    const ofCase = await found(`case=${code}&action=personal-data-revealed&limit=3`);
    expect(ofCase.items).toHaveLength(3);
    expect(ofCase.items[0]).toMatchObject({
      caseCode: code,
      reason: '告知结果',
      result: 'done',
      stream: 'personal-data',
    });
    const rest = await found(`case=${code}&action=personal-data-revealed&after=${encodeURIComponent(ofCase.next)}`);
    expect([...ofCase.items, ...rest.items].map(({ seq }) => seq)).toEqual([8, 7, 6, 5, 4, 2, 1]);
    expect((await found('who=clerk2&result=failed')).items).toMatchObject([
      { reason: '好奇', unit: '和平社区服务民生工作站' },
    ]);
    expect((await found('from=2026-03-03T00:00:00Z')).items).toEqual([]);
    expect(await found('case=LB-none')).toMatchObject({ status: 404, code: 'case-unknown' });
    expect((await server.call('GET', '/api/v1/audit/actions', { as: 'auditor' })).body).toContain('signed-in');
    expect((await server.call('GET', '/api/v1/audit/entries', { as: 'leader' })).status).toBe(403);
  });

  it('leaves as a file that says who took it out, without a formula, and that is recorded too', async () => {
    const reason = '=HYPERLINK("http://evil")';
    await look('clerk', reason);
    const { body: csv } = await server.call('GET', `/api/v1/audit/export?format=csv&case=${code}`, { as: 'auditor' });
    const [mark, heads, first] = String(csv).split('\r\n');
    expect(mark).toMatch(/^"导出人 .+（auditor），导出时间 2026-03-02 .+共 8 条"$/u);
    expect(heads).toContain('"诉求编号"');
    expect(first).toContain(`"'=HYPERLINK(""http://evil"")"`);
    const book = await server.call('GET', '/api/v1/audit/export?format=xlsx', { as: 'auditor' });
    expect(book.headers.get('content-type')).toMatch(/spreadsheetml/u);
    const exports = await server.call('GET', '/api/v1/audit/entries?action=audit-exported', { as: 'auditor' });
    expect(exports.body.items).toHaveLength(2);
    expect(exports.body.items[1]).toMatchObject({ detail: { caseCode: code, entries: 8 } });
  });

  it('stays in a chain in which a changed byte is found, with the address of who looked', async () => {
    expect(await trail.streams()).toContain('personal-data');
    expect(await trail.verify('personal-data')).toEqual({ intact: true, entries: 9 });
    const { readings } = (await server.call('GET', `/api/v1/audit/cases/${code}/personal-data`, { as: 'auditor' }))
      .body;
    expect(readings).toHaveLength(8);
    expect((await server.call('GET', '/api/v1/audit/chains', { as: 'auditor' })).body).toContainEqual(
      expect.objectContaining({ stream: 'audit', entries: 3 }),
    );
    expect(readings[0]).toMatchObject({ role: 'station-clerk', ip: expect.stringMatching(/127\.0\.0\.1/u), entry: 9 });
    await server.database.transaction(async (tx) => {
      await tx.query({ text: 'ALTER TABLE identity.audit_entry DISABLE TRIGGER audit_entry_append_only' });
      await tx.query({
        text: `UPDATE identity.audit_entry SET actor_name = '别人' WHERE stream = 'personal-data' AND seq = 2`,
      });
    });
    const chains = (await server.call('GET', '/api/v1/audit/chains', { as: 'auditor' })).body;
    expect(chains).toContainEqual({
      stream: 'personal-data',
      entries: 1,
      brokenAt: 2,
      reason: 'its content was changed',
    });
    expect((await server.call('GET', '/api/v1/audit/chains', { as: 'supervisor' })).status).toBe(403);
    const whole = await trail.check(undefined, 1_000);
    expect(whole).toMatchObject({
      next: null,
      broken: [{ stream: 'personal-data', seq: 2, reason: expect.any(String) }],
    });
    let [checked, parts, after]: [number, number, string | undefined] = [0, 0, undefined];
    do {
      const part = await trail.check(after, 3);
      [checked, parts, after] = [checked + part.checked, parts + 1, part.next ?? undefined];
    } while (after !== undefined);
    expect([checked, parts > 3]).toEqual([whole.checked, true]);
  });

  it('leaves a line for who supervises when somebody opens the case or a file, once a day however often', async () => {
    const { id: opened } = await file({});
    const path = `/api/v1/cases/${opened}`;
    for (const as of ['clerk', 'clerk', 'leader']) await server.call('GET', path, { as });
    await server.call('GET', path, { as: 'clerk2' }); // who may not read it

    const { body } = await server.call('GET', `${path}/looks`, { as: 'supervisor' });

    expect(body.map(({ what }: { what: string }) => what)).toEqual(['case', 'case']);
    expect(body).toContainEqual(expect.objectContaining({ unit: '向阳社区服务民生工作站' }));
    expect((await server.call('GET', `${path}/looks`, { as: 'clerk' })).status).toBe(403);
  });

  it('is used as the resident read it: the notice has versions, and a request keeps the one that was shown', async () => {
    const before = (await server.call('GET', '/api/v1/public/privacy-notice')).body;
    const value = {
      zh: '只用于办理这件事，不向无关单位提供，可以要求查阅。',
      en: 'Only to handle this request, never for others.',
    };
    const settings = '/api/v1/privacy-settings/notice';
    const change = { version: before.version, value, note: '法制办意见' };
    expect((await server.call('POST', settings, { as: 'clerk', body: change })).status).toBe(403);
    expect((await server.call('POST', settings, { as: 'sysadmin', body: change })).status).toBe(201);
    expect(await server.call('POST', settings, { as: 'sysadmin', body: change })).toMatchObject({
      body: { code: 'entry-changed' },
    });
    const now = (await server.call('GET', '/api/v1/public/privacy-notice')).body;
    expect(now).toMatchObject({ ...value, version: expect.any(Number) });

    const versionOf = async (notice: number | undefined) => {
      const { id: told } = await file({ notice });
      return (await server.call('GET', `/api/v1/cases/${told}`, { as: 'clerk' })).body.notice;
    };
    expect(await versionOf(before.version)).toBe(before.version);
    expect(await versionOf(now.version)).toBe(now.version);
    expect(await versionOf(undefined)).toBeNull();
    expect(await versionOf(999_999)).toBeNull(); // no such version
    expect((await server.call('GET', settings, { as: 'sysadmin' })).body[0]).toMatchObject({ note: '法制办意见' });
  });

  it('is marked with who looks on pages and papers, until an administrator says otherwise', async () => {
    const mark = async () => (await server.call('GET', '/api/v1/watermark', { as: 'clerk' })).body;
    const settings = '/api/v1/privacy-settings/watermark';
    expect(await mark()).toEqual({ pages: true, exports: true });
    const [{ version }] = (await server.call('GET', settings, { as: 'sysadmin' })).body;

    const change = { version, value: { pages: false, exports: true }, note: '打印机升级' };
    expect((await server.call('POST', settings, { as: 'sysadmin', body: change })).status).toBe(201);
    expect(await mark()).toEqual({ pages: false, exports: true });
  });

  it('is not told by a number in a title, nor in a text to who may not see the resident', async () => {
    const body = { title: '请回电13912345678', text: '本人身份证44030519900101123X，座机0755-26881234。' };
    const { id: told, code: number } = await file(body);

    const own = (await server.call('GET', `/api/v1/cases/${told}`, { as: 'clerk' })).body;
    const seen = (await server.call('GET', `/api/v1/cases/${told}`, { as: 'leader' })).body;
    const found = (await server.call('GET', `/api/v1/cases?q=${number}`, { as: 'leader' })).body.items[0];
    const history = (await server.call('GET', `/api/v1/cases/${told}/history`, { as: 'leader' })).body;

    expect(own).toMatchObject({ title: '请回电139****5678', text: `${body.text}\n${body.title}` });
    expect(seen.text).toBe('本人身份证44****3X，座机075****1234。\n请回电139****5678');
    expect(found.title).toBe('请回电139****5678');
    expect(JSON.stringify(history)).not.toContain('13912345678');
  });

  it('stands sealed in the database, where the same telephone is found and nothing can be read or swapped', async () => {
    const { id: other } = await file({ resident: { name: '李建国', phone: '13900001234' } });
    const [row] = await rowsOf([id]);
    expect(JSON.stringify(row)).not.toMatch(/王小明|13800001234/u);
    expect(row).toMatchObject({ resident_name_masked: '王**', resident_phone_masked: '138****1234' });
    await server.database.query({
      text: `UPDATE casework.case_file SET resident_name = (SELECT resident_name FROM casework.case_file WHERE id = $1)
             WHERE id = $2`,
      values: [id, other],
    });
    expect((await look('clerk', '电话核实', other)).body).toMatchObject({ status: 409, code: 'field-seal-broken' });
    await server.database.query({
      text: 'UPDATE casework.case_file SET resident_name = NULL WHERE id = $1',
      values: [other],
    });
  });

  it('from before there were keys is read and found until it is sealed, and afterwards', async () => {
    const words = { title: '井盖松动', text: '和平路 3 号前的井盖松动，车辆经过时作响。' };
    const { id: old } = await file({ ...words, resident: { name: '周桂花', phone: '13700001234' } });
    await server.database.query({
      text: `UPDATE casework.case_file SET resident_name = '周桂花', resident_phone = '13700001234', sealed_with = NULL,
               resident_name_masked = NULL, resident_phone_masked = NULL, resident_phone_index = NULL WHERE id = $1`,
      values: [old],
    });
    const seen = async () => {
      await server.advanceBy(3_600_001);
      const view = (await server.call('GET', `/api/v1/cases/${old}`, { as: 'clerk' })).body;
      const matter = { ...words, phone: '13700001234' };
      const repeats = (await server.call('POST', '/api/v1/similar-cases', { as: 'clerk', body: matter })).body.repeats;
      const line = (await server.call('GET', '/api/v1/tasks?box=registered', { as: 'clerk' })).body.items;
      return {
        shown: view.resident,
        full: (await look('clerk', '电话核实', old)).body,
        same: repeats
          .filter(({ samePerson }: { samePerson: boolean }) => samePerson)
          .map((each: { id: string }) => each.id),
        listed: line.find(({ caseId }: { caseId: string }) => caseId === old)?.residentName,
      };
    };
    const before = await seen();

    expect(before).toEqual({
      shown: { name: '周**', phone: '137****1234' },
      full: { name: '周桂花', phone: '13700001234' },
      same: [old],
      listed: '周**',
    });
    const log = { info: () => undefined, error: () => undefined };
    expect(await new Resealing(server.database, caseworkSealedTables, log).run()).toBe(1);
    expect(JSON.stringify(await rowsOf([old]))).not.toMatch(/周桂花|13700001234/u);
    expect(await seen()).toEqual(before);
  });

  it('is sealed with a key that administrators change, which is recorded', async () => {
    expect((await server.call('GET', '/api/v1/field-keys', { as: 'clerk' })).status).toBe(403);
    const { body } = await server.call('GET', '/api/v1/field-keys', { as: 'sysadmin' });
    expect(body).toMatchObject({ keys: [{ id: 'ktest', seals: true }], plain: 0, left: 0 });
    const made = await server.call('POST', '/api/v1/field-keys', { as: 'sysadmin', body: {} });
    expect(made.body).toMatchObject({ status: 409, code: 'field-keys-given' });
    const dropped = await server.call('POST', '/api/v1/field-keys/ktest/retirement', { as: 'sysadmin' });
    expect(dropped.body).toMatchObject({ status: 409, code: 'field-key-in-use' });
  });

  async function rowsOf(ids: readonly string[]): Promise<object[]> {
    return await server.database.query({
      text: 'SELECT * FROM casework.case_file WHERE id = ANY($1::uuid[])',
      values: [ids],
    });
  }

  async function look(as: string, reason: string, of = id) {
    return await server.call('POST', `/api/v1/cases/${of}/personal-data`, { as, body: { reason } });
  }

  async function file(more: object): Promise<{ id: string; code: string }> {
    const body = { title: '路灯不亮', text: '向阳路 12 号门口路灯坏了三天。', channel: 'phone', ...more };
    return (await server.call('POST', '/api/v1/cases', { as: 'clerk', body })).body;
  }
});
