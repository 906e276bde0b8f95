import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from '@jest/globals';
import { browserSuite } from './browser-suite.js';
import { choose, claim, decide, openFrom, register, rowOf } from './desk.js';

browserSuite('a joint meeting', (office) => {
  let code: string;
  const title = '道路与雨水管网同时损坏';
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

  beforeAll(async () => {
    const clerk = await office.sitDown('clerk');
    code = await register(clerk.page, title);
    await claim(clerk.page, code);
    await decide(clerk.page, '上报', '涉及多个部门，提请统筹办理。');
    const street = await office.sitDown('street');
    await claim(street.page, code);
    await decide(street.page, '提交联席会', '职责边界不清，提请联席会议定。');
  }, 180_000);

  it('is called by the secretary on what waits, decides, and leaves minutes', async () => {
    const { page, complaints } = await office.sitDown('secretary');
    await page.getByRole('link', { name: '联席会', exact: true }).click();
    await rowOf(page, code).waitFor();
    await page.getByRole('button', { name: '安排会议' }).click();
    const calling = page.getByRole('dialog', { name: '安排会议' });
    await calling.getByLabel('会议名称').fill('十二月联席会');
    await calling.getByLabel('会议时间').fill(`${inAWeek} 15:00`);
    await calling.getByLabel('会议时间').press('Enter');
    await calling.getByLabel('会议地点').fill('区政府三楼会议室');
    await choose(page, calling.getByLabel('另邀单位'), '城市管理局');
    await page.keyboard.press('Escape');
    await calling.getByRole('checkbox', { name: new RegExp(title, 'u') }).check();
    await calling.getByRole('button', { name: '提交' }).click();

    await page.getByRole('heading', { level: 1, name: '十二月联席会' }).waitFor();
    await page.getByRole('button', { name: '记录议定' }).click();
    const deciding = page.getByRole('dialog', { name: new RegExp('^议定', 'u') });
    await choose(page, deciding.getByLabel('牵头单位'), '城市管理局');
    await deciding.getByLabel('议定意见').fill('由城市管理局牵头，十五个工作日内修复。');
    await deciding.getByRole('button', { name: '提交' }).click();
    await page.getByText('牵头：城市管理局').waitFor();
    const [minutes] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载纪要' }).click(),
    ]);
    expect(minutes.suggestedFilename()).toBe('minutes.docx');
    const [pdf] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 PDF' }).click(),
    ]);
    expect(pdf.suggestedFilename()).toBe('minutes.pdf');
    expect((await readFile(await pdf.path())).subarray(0, 5).toString()).toBe('%PDF-');
    await page.getByRole('link', { name: '联席会', exact: true }).click();
    await page.getByText('已议定 1 / 1').waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);

  it('gives the lead its task, which cannot be returned', async () => {
    const { page, complaints } = await office.sitDown('officer');
    await claim(page, code);
    await page.getByText('裁定承办').first().waitFor();
    await page.getByRole('button', { name: '办结', exact: true }).waitFor();
    expect(await page.getByRole('button', { name: '退单' }).count()).toBe(0);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('shows what became of its decision', async () => {
    const { page, complaints } = await office.sitDown('secretary');
    await page.getByRole('link', { name: '联席会', exact: true }).click();
    await page.getByRole('link', { name: '十二月联席会' }).click();
    const board = page.getByRole('region', { name: '议定事项跟踪' });
    await board.getByText('办理中，未销号', { exact: false }).waitFor();
    await board.getByText('承办 · 城市管理局 · 裁定承办 · 周志强').waitFor();
    await board.getByText('剩 15 个工作日').waitFor();
    expect(await board.getByRole('button', { name: /^销号/u }).count()).toBe(0);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('is attended and signed by its units before its minutes are issued', async () => {
    const secretary = await office.sitDown('secretary');
    const officer = await office.sitDown('officer');
    for (const { page } of [secretary, officer]) {
      await page.getByRole('link', { name: '联席会', exact: true }).click();
      await page.getByRole('link', { name: '十二月联席会' }).click();
    }
    await officer.page.getByRole('button', { name: '确认参会人' }).click();
    await officer.page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
    await officer.page.getByText('参会人 周志强').waitFor();

    await secretary.page.getByRole('checkbox', { name: '城市管理局 到会' }).click(); // the server checks it
    await secretary.page.getByText(/会议中 · 应到 \d+，实到 1/u).waitFor();
    await secretary.page.getByRole('button', { name: '送各单位会签' }).click();
    await secretary.page.getByText('纪要会签中', { exact: false }).waitFor();

    await officer.page.reload();
    await officer.page.getByRole('button', { name: '会签', exact: true }).click();
    const signing = officer.page.getByRole('dialog');
    await signing.getByRole('radio', { name: '有不同意见' }).check();
    await signing.getByRole('button', { name: '提交' }).click();
    await signing.getByText('请写明不同意见').waitFor();
    await signing.getByLabel('说明').fill('需要区里安排资金');
    await signing.getByRole('button', { name: '提交' }).click();
    await officer.page.getByText('意见：需要区里安排资金').waitFor();
    expect([...secretary.complaints, ...officer.complaints]).toEqual([]);
  }, 90_000);

  it('has its decision closed when the lead has done its part', async () => {
    const officer = await office.sitDown('officer');
    await openFrom(officer.page, '待办', code);
    await decide(officer.page, '办结', '路面与管网已修复。');

    const { page, complaints } = await office.sitDown('secretary');
    await page.getByRole('link', { name: '联席会', exact: true }).click();
    await page.getByRole('link', { name: '十二月联席会' }).click();
    await page.getByRole('button', { name: `销号：${title}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
    await page.getByText(/郑海涛 .* 销号/u).waitFor();
    expect([...officer.complaints, ...complaints]).toEqual([]);
  }, 90_000);
});
