import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApiServer, type ApiServer } from './support/api-server.js';

const templates = '/api/v1/notice-templates';

describe('the texts that people are told', () => {
  let server: ApiServer;

  beforeAll(async () => (server = await startApiServer()));
  afterAll(async () => await server?.close());

  it('are there in Chinese and English, each with what it may name', async () => {
    const { body } = await server.call('GET', templates, { as: 'sysadmin' });
    const codes = (language: string) =>
      (body as Template[]).filter((each) => each.language === language).map(({ code }) => code);
    expect(codes('en')).toEqual(codes('zh-CN'));
    expect(await find('urged')).toMatchObject({ title: '催办', version: 0, body: expect.stringContaining('{step}') });
    expect(await find('resident-receipt')).toMatchObject({
      title: null,
      placeholders: expect.arrayContaining([{ name: 'queryCode', sample: expect.any(String) }]),
    });
  });

  it('are changed by administrators only, and each change is kept', async () => {
    const change = { version: 0, title: '催办', body: '{code}被催办，{dueAt} 前办结：{step}。' };
    expect(await save('urged', change, 'clerk')).toMatchObject({ status: 403 });
    expect(await save('urged', change)).toMatchObject({ status: 200 });
    expect(await find('urged')).toMatchObject({ version: 1, body: change.body });
    const { body: changes } = await server.call('GET', `${templates}/urged/zh-CN/changes`, { as: 'sysadmin' });
    expect(changes).toEqual([
      {
        version: 1,
        at: expect.any(String),
        by: expect.any(String),
        before: { title: '催办', body: expect.stringContaining('请尽快办理') },
        after: { title: '催办', body: change.body },
      },
    ]);
    await expect(server.database.query({ text: 'DELETE FROM casework.reference_change' })).rejects.toThrow(
      /append-only/u,
    );
    const audited = await server.database.query({
      text: `SELECT FROM identity.audit_entry WHERE action = 'reference-changed' AND subject_id = 'urged:zh-CN'`,
    });
    expect(audited).toHaveLength(1);
  });

  it('are not overwritten by who has seen an older version', async () => {
    expect(await save('copied', { version: 0, title: '抄送', body: '{code}抄送给您。' })).toMatchObject({
      status: 200,
    });
    expect(await save('copied', { version: 0, title: '抄送', body: '{code}' })).toMatchObject({
      status: 409,
      body: { code: 'entry-changed', details: { version: 1 } },
    });
    const both = await Promise.all(
      [1, 1].map((version) => save('copied', { version, title: '抄送', body: '{title}' })),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it.each([
    ['urged', { title: '催办', body: '{code} {phone}' }, 'body'],
    ['urged', { title: '{name}', body: '{code}' }, 'title'],
    ['urged', { title: null, body: '{code}' }, 'title'],
    ['urged', { title: '催办', body: '{code' }, 'body'],
    ['resident-due', { title: null, body: '{step}' }, 'body'],
    ['mutual-offered', { title: '互助事项', body: '{title}' }, 'body'],
    ['mutual-ended', { title: '{code}', body: '已终止' }, 'title'],
  ])('of %s do not become %j', async (code, words, field) => {
    const { version } = await find(code);
    const refusal = { status: 422, body: { code: 'entry-refused', errors: [{ field }] } };
    expect(await save(code, { version, ...words })).toMatchObject(refusal);
    const trial = { code, language: 'zh-CN', ...words };
    expect(await server.call('POST', `${templates}/preview`, { as: 'sysadmin', body: trial })).toMatchObject(refusal);
    expect(await find(code)).toMatchObject({ version });
  });

  it('are shown beforehand as people would read them', async () => {
    const trial = { code: 'resident-due', language: 'zh-CN', title: '不显示', body: '{code} 改为 {dueAt}' };
    expect(await server.call('POST', `${templates}/preview`, { as: 'sysadmin', body: trial })).toMatchObject({
      status: 200,
      body: { title: null, body: 'LB20260302-000001 改为 2026-03-05 17:30' },
    });
    expect(await save('nothing', { version: 0, title: 'x', body: 'x' })).toMatchObject({ status: 404 });
  });

  it('reach a person in their language, by the channels that they choose', async () => {
    const path = '/api/v1/me/notice-address';
    expect((await server.call('GET', path, { as: 'clerk' })).body).toEqual({
      mail: null,
      daily: false,
      phone: null,
      wecom: null,
      channels: ['mail'],
      language: 'zh-CN',
      available: [],
    });
    const wanted = { mail: null, phone: '139-1111-2222', channels: ['sms'], language: 'en' };
    expect(await server.call('PUT', path, { as: 'clerk', body: wanted })).toMatchObject({
      status: 200,
      body: { phone: '13911112222', channels: ['sms'], language: 'en' },
    });
    const refused = await server.call('PUT', path, { as: 'clerk', body: { ...wanted, phone: '0755-26881234' } });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'phone', message: '应为 11 位手机号' }] } });
    expect((await server.call('GET', '/api/v1/public/notice-channels')).body).toEqual({ sms: false });
    expect((await server.call('GET', '/api/v1/deliveries', { as: 'sysadmin' })).body).toEqual({
      items: [],
      next: null,
    });
    expect(await server.call('GET', '/api/v1/deliveries', { as: 'leader' })).toMatchObject({ status: 403 });
  });

  async function find(code: string): Promise<Template> {
    const { body } = await server.call('GET', templates, { as: 'sysadmin' });
    const found = (body as Template[]).find((each) => each.code === code && each.language === 'zh-CN');
    if (!found) throw new Error(`no template "${code}": expected one of those that are seeded`);
    return found;
  }

  async function save(code: string, change: object, as = 'sysadmin') {
    return await server.call('PUT', `${templates}/${code}/zh-CN`, { as, body: change });
  }
});

interface Template {
  readonly code: string;
  readonly language: string;
  readonly version: number;
}
