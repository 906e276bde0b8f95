import { readFile } from 'node:fs/promises';
import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { before } from './before.js';
import { browserSuite } from './browser-suite.js';
import { choose, claim, decide, openFrom, register, rowOf } from './desk.js';

browserSuite('a day of a secretary who holds a joint meeting', (office) => {
  const [road, waste, noise] = ['道路与雨水管网同时损坏', '两街交界处垃圾无人清运', '夜市噪声扰民多次投诉'];
  const inAWeek = new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);
  let code: string;

  beforeAll(async () => {
    const clerk = await office.sitDown('clerk');
    const street = await office.sitDown('street');
    for (const title of [waste, noise]) {
      const other = await before(clerk.page).register(title);
      await before(clerk.page).claim(other, { outcome: 'escalate', opinion: '责任单位不清。' });
      await before(street.page).claim(other, { outcome: 'meeting', opinion: '涉及两家，请会商。' });
    }
    code = await register(clerk.page, road);
    await openFrom(clerk.page, '待签收', code);
    await decide(clerk.page, '上报', '涉及多个部门，提请统筹办理。');
    await openFrom(street.page, '待签收', code);
    await decide(street.page, '提交联席会', '职责边界不清，提请联席会议定。');
    expect([...clerk.complaints, ...street.complaints]).toEqual([]);
  }, 180_000);

  it('begins with what waits, on which a meeting is called, each topic with its time', async () => {
    const { page, complaints } = await office.sitDown('secretary');
    await page.getByRole('link', { name: '联席会', exact: true }).click();
    await rowOf(page, code).waitFor();
    await page.getByText('待议 3 件', { exact: false }).waitFor();
    await page.getByRole('button', { name: '安排会议' }).click();
    const calling = page.getByRole('dialog', { name: '安排会议' });
    await calling.getByLabel('会议名称').fill('十二月联席会');
    await calling.getByLabel('会议时间').fill(`${inAWeek} 15:00`);
    await calling.getByLabel('会议时间').press('Enter');
    await calling.getByLabel('会议地点').fill('区政府三楼会议室');
    await choose(page, calling.getByLabel('另邀单位'), '城市管理局');
    await choose(page, calling.getByLabel('另邀单位'), '交通运输局');
    await page.keyboard.press('Escape');
    for (const title of [road, waste, noise]) {
      await calling.getByRole('checkbox', { name: new RegExp(title, 'u') }).check();
    }
    await calling.getByLabel(`时长：${road}`).fill('45');
    await calling.getByText('约 15:45').waitFor(); // when the second topic begins
    await calling.getByRole('button', { name: '提交' }).click();

    await page.getByRole('heading', { level: 1, name: '十二月联席会' }).waitFor();
    expect(await topicsOf(page)).toEqual([road, waste, noise]);
    await page.getByText('45 分钟', { exact: false }).waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);

  it('orders the agenda by keyboard and by buttons, and sends a topic back to the queue', async () => {
    const { page, complaints } = await office.sitDown('secretary');
    await openMeeting(page);
    await page.getByRole('button', { name: '编排议程' }).click();
    const arranging = page.getByRole('dialog', { name: '编排议程' });
    const order = arranging.locator('ol > li');
    await arranging.getByRole('button', { name: `拖动：${noise}` }).press('Space');
    await page.getByText(`“${noise}”移到第 3 位`).waitFor({ state: 'attached' });
    await page.keyboard.press('ArrowUp');
    await page.getByText(`“${noise}”移到第 2 位`).waitFor({ state: 'attached' });
    await page.keyboard.press('Space');
    await order.nth(1).getByText(noise).waitFor();
    await arranging.getByRole('button', { name: `上移：${waste}` }).click();
    await order.nth(1).getByText(waste).waitFor();
    await arranging.getByRole('button', { name: `下移：${road}` }).click();
    await order.nth(0).getByText(waste).waitFor();
    await arranging.getByRole('checkbox', { name: new RegExp(noise, 'u') }).uncheck();
    await arranging.getByRole('button', { name: '提交' }).click();
    await arranging.waitFor({ state: 'detached' });

    expect(await topicsOf(page)).toEqual([waste, road]);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('hears who comes, and takes down who came', async () => {
    const officer = await office.sitDown('officer');
    await openMeeting(officer.page);
    await officer.page.getByRole('button', { name: '确认参会人' }).click();
    await officer.page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
    await officer.page.getByText('参会人 周志强').waitFor();

    const { page, complaints } = await office.sitDown('secretary');
    await openMeeting(page);
    // A click rather than a check: it is the server that checks the box.
    await page.getByRole('checkbox', { name: '城市管理局 到会' }).click();
    await page.getByText('会议中 · 应到 2，实到 1，未达到 2 个单位，不能议定').waitFor();
    await page.getByRole('checkbox', { name: '交通运输局 到会' }).click();
    await page.getByText('会议中 · 应到 2，实到 2', { exact: true }).waitFor();
    expect([...officer.complaints, ...complaints]).toEqual([]);
  }, 60_000);

  it('takes down what is decided, and what is put off, and reads the minutes before they go out', async () => {
    const { page, complaints } = await office.sitDown('secretary');
    await openMeeting(page);
    const topicOf = (title: string) => page.getByRole('listitem').filter({ hasText: title });
    await topicOf(waste).getByRole('button', { name: '记录议定' }).click();
    const postponing = page.getByRole('dialog', { name: `议定：${waste}` });
    await postponing.getByRole('radio', { name: '再议' }).check();
    await postponing.getByLabel('议定意见').fill('请两街道先行核界。');
    await postponing.getByRole('button', { name: '提交' }).click();
    await postponing.waitFor({ state: 'detached' });
    await topicOf(road).getByRole('button', { name: '记录议定' }).click();
    const deciding = page.getByRole('dialog', { name: `议定：${road}` });
    await choose(page, deciding.getByLabel('牵头单位'), '城市管理局');
    await deciding.getByLabel('议定意见').fill('由城市管理局牵头，十五个工作日内修复。');
    await deciding.getByRole('button', { name: '提交' }).click();
    await page.getByText('牵头：城市管理局').waitFor();

    await page.getByRole('button', { name: '预览纪要' }).click();
    const paper = page.getByRole('dialog', { name: '预览纪要' }).getByRole('article');
    await paper.getByText('由城市管理局牵头，十五个工作日内修复。', { exact: false }).waitFor();
    await paper.getByText('请两街道先行核界。', { exact: false }).waitFor();
    await page.keyboard.press('Escape');
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
    await page.getByText('已议定 1 / 2').waitFor();
    await page.getByText('再议 1 次', { exact: false }).waitFor();
    await page.getByText('待议 2 件', { exact: false }).waitFor();
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

  it('sends the minutes to be signed, of which one unit dissents, and issues them', async () => {
    const secretary = await office.sitDown('secretary');
    const officer = await office.sitDown('officer');
    await openMeeting(secretary.page);
    await secretary.page.getByRole('button', { name: '送各单位会签' }).click();
    await secretary.page.getByText('纪要会签中', { exact: false }).waitFor();

    await openMeeting(officer.page);
    await officer.page.getByRole('button', { name: '会签', exact: true }).click();
    const signing = officer.page.getByRole('dialog');
    await signing.getByRole('radio', { name: '有不同意见' }).check();
    await signing.getByRole('button', { name: '提交' }).click();
    await signing.getByText('请写明不同意见').waitFor();
    await signing.getByLabel('说明').fill('需要区里安排资金');
    await signing.getByRole('button', { name: '提交' }).click();
    await officer.page.getByText('意见：需要区里安排资金').waitFor();

    const guest = await office.sitDown('officer6');
    await openMeeting(guest.page);
    await guest.page.getByRole('button', { name: '会签', exact: true }).click();
    await guest.page.getByRole('dialog').getByRole('button', { name: '提交' }).click(); // agrees, as is proposed
    await guest.page.getByText(/· 同意 · 叶长青 签/u).waitFor();

    await secretary.page.reload();
    await secretary.page.getByText(/有不同意见 · 周志强 签/u).waitFor();
    await secretary.page.getByRole('button', { name: '印发纪要' }).click();
    await secretary.page.getByText(/纪要已印发 · .* 印发$/u).waitFor();
    expect(guest.complaints).toEqual([]);
    expect([...secretary.complaints, ...officer.complaints]).toEqual([]);
  }, 90_000);

  it('shows what became of the decision, which is closed when the lead has done its part', async () => {
    const { page, complaints } = await office.sitDown('secretary');
    await openMeeting(page);
    const board = page.getByRole('region', { name: '议定事项跟踪' });
    await board.getByText('办理中，未销号', { exact: false }).waitFor();
    await board.getByText('承办 · 城市管理局 · 裁定承办 · 周志强').waitFor();
    await board.getByText('剩 15 个工作日').waitFor();
    expect(await board.getByRole('button', { name: /^销号/u }).count()).toBe(0);

    const officer = await office.sitDown('officer');
    await openFrom(officer.page, '待办', code);
    await decide(officer.page, '办结', '路面与管网已修复。');

    await page.reload();
    await page.getByRole('button', { name: `销号：${road}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: '提交' }).click();
    await page.getByText(/郑海涛 .* 销号/u).waitFor();
    expect([...officer.complaints, ...complaints]).toEqual([]);
  }, 90_000);
});

/** Goes to the meeting from the menu. */
async function openMeeting(page: Page): Promise<void> {
  await page.getByRole('link', { name: '联席会', exact: true }).click();
  await page.getByRole('link', { name: '十二月联席会' }).click();
  await page.getByRole('heading', { level: 1, name: '十二月联席会' }).waitFor();
}

/** The topics of the agenda, in their order. */
async function topicsOf(page: Page): Promise<string[]> {
  return await page.locator('main ol').first().locator('> li a').allTextContents();
}
