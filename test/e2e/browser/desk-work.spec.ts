import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserSuite } from './browser-suite.js';
import { claim, dialogOf, pick, register, submit } from './desk.js';

browserSuite('desk work', (office) => {
  it('merges a request with the one that is there already, and separates it again', async () => {
    const { page, complaints } = await office.sitDown('clerk');
    const main = await register(page, '东门路灯不亮已三天');
    await page.reload();
    const other = await register(page, '东门路灯三天不亮');
    await claim(page, other);
    const dialog = await dialogOf(page, '并案');
    await dialog.getByRole('button', { name: '提交' }).click();
    await dialog.getByText('请填写主件编号').waitFor();
    await dialog.getByLabel('主件编号').click();
    await page.locator('.ant-select-item-option').getByText(main).click();
    await dialog.getByLabel('并案说明').fill('同一处路灯');
    await dialog.getByText('请填写主件编号').waitFor({ state: 'detached' });
    await submit(page, '已并案。');
    await page.getByText('已并案', { exact: true }).waitFor();
    await page.getByRole('link', { name: `${main} 东门路灯不亮已三天` }).click();
    await page.getByRole('link', { name: `${other} 东门路灯三天不亮` }).click();
    await page.getByRole('heading', { level: 1, name: '东门路灯三天不亮' }).waitFor();

    const undo = await dialogOf(page, '取消并案');
    await undo.getByLabel('取消并案的原因').fill('不是同一处');
    await submit(page, '已取消并案。');
    await page.getByText('办理中', { exact: true }).waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);

  it('declines a request with what the resident is told', async () => {
    const { page, complaints } = await office.sitDown('clerk');
    const code = await register(page, '对法院判决不服要求改判');
    await claim(page, code);
    const dialog = await dialogOf(page, '不予受理');
    await pick(page, dialog.getByRole('combobox', { name: '不予受理的情形' }), '应当或者已经通过法定途径解决');
    expect(await dialog.getByLabel('告知内容').inputValue()).toMatch(/法定途径/u);
    await submit(page, '已不予受理。');
    await page.getByText('不予受理', { exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('tells the clerk of a reminder, until it is read', async () => {
    const clerk = await office.sitDown('clerk');
    const code = await register(clerk.page, '垃圾桶满溢无人清运');
    await claim(clerk.page, code);
    const head = await office.sitDown('station-head');
    await head.page.goto(new URL(clerk.page.url()).pathname);
    const urge = await dialogOf(head.page, '催办');
    await urge.getByLabel('催办内容').fill('请今天处理');
    await submit(head.page, '已催办。');

    await clerk.page.reload();
    await clerk.page.getByRole('link', { name: '消息，1 条未读' }).click();
    await clerk.page
      .getByRole('link', { name: new RegExp(`未读：\\s*${code}“垃圾桶满溢无人清运”被催办`, 'u') })
      .click();
    await clerk.page.getByRole('heading', { level: 1, name: '垃圾桶满溢无人清运' }).waitFor();
    await clerk.page.getByRole('link', { name: '消息', exact: true }).waitFor();
    expect([...clerk.complaints, ...head.complaints]).toEqual([]);
  }, 60_000);

  it('takes a photo of the clerk, and shows it', async () => {
    const { page, complaints } = await office.sitDown('clerk');
    const code = await register(page, '路面塌陷需要围挡');
    await claim(page, code);
    const photo = await page.screenshot({ type: 'png' });
    await page
      .getByLabel('上传附件')
      .and(page.locator('input'))
      .setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: photo });
    await page.getByRole('heading', { name: '附件（1）' }).waitFor();
    const shown = page.getByRole('link', { name: '现场.png' }).locator('img');
    await shown.evaluate((image) => (image as unknown as { decode(): Promise<void> }).decode());
    await page.getByRole('button', { name: '删除 现场.png' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click();
    await page.getByRole('heading', { name: '附件', exact: true }).waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('leaves a case out of adjusted rates when a supervisor agrees', async () => {
    const clerk = await office.sitDown('clerk');
    const code = await register(clerk.page, '虚假诉求一件');
    await claim(clerk.page, code);
    const dialog = await dialogOf(clerk.page, '申请剔除');
    await pick(clerk.page, dialog.getByRole('combobox', { name: '剔除原因' }), '恶意或虚假诉求');
    await dialog.getByLabel('剔除说明').fill('经核实并无此事');
    await submit(clerk.page, '已申请剔除。');
    const { page, complaints } = await office.sitDown('supervisor');
    await page.getByRole('link', { name: '统计', exact: true }).click();
    await page.getByRole('button', { name: `审核 ${code}` }).click();
    await page.getByRole('dialog').getByRole('button', { name: '同意剔除' }).click();
    await page.getByText('请填写审核意见').waitFor();
    await page.getByRole('dialog').getByLabel('审核意见').fill('属实');
    await page.getByRole('dialog').getByRole('button', { name: '同意剔除' }).click();
    await page.getByText(/，剔除 1 件/u).waitFor();
    expect([...clerk.complaints, ...complaints]).toEqual([]);
  }, 60_000);

  it('lets the administrator decide a day, and says what that moves', async () => {
    const { page, complaints } = await office.sitDown('sysadmin');
    await page.getByRole('link', { name: '工作日历' }).click();
    const year = new Date().getFullYear() + 1;
    await page.getByText(`${year} 年`).click();
    const day = page.getByRole('button', { name: new RegExp(`^${year}-03-01 工作日|^${year}-03-01 休息日`, 'u') });
    await day.click();
    await page.getByText(new RegExp(`${year}-03-01 改为`, 'u')).waitFor();
    await page.getByRole('button', { name: '试算' }).click();
    await page.getByText(/正在计算的时限 \d+ 个：推后 0 个，提前 0 个/u).waitFor();
    await page.getByLabel('依据').fill('区政府通知');
    await page.getByRole('button', { name: '生效' }).click();
    await page.getByRole('tooltip').getByRole('button', { name: '提交' }).click();
    await page.getByText('等待重算').waitFor();
    await page.getByRole('button', { name: new RegExp(`^${year}-03-01`, 'u') }).waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('lets the head of a station arrange who stands in for a clerk', async () => {
    const clerk = await office.sitDown('clerk');
    const code = await register(clerk.page, '井盖缺失需要更换');
    await claim(clerk.page, code);
    const head = await office.sitDown('station-head');
    const { page } = head;
    await page.getByRole('link', { name: '外出代班' }).click();
    await page.getByRole('button', { name: '安排代班' }).click();
    await page.getByText('请选择代班人').waitFor();
    await pick(page, page.getByRole('combobox', { name: '外出人' }), '陈晓燕（办事员）');
    const substitute = page.getByRole('combobox', { name: '代班人' });
    await substitute.click();
    await substitute.press('Enter'); // the first of the list: oneself
    await fillTime(page, '开始时间', '2020-01-01 09:00');
    await fillTime(page, '结束时间', '2020-01-31 18:00');
    await page.getByRole('button', { name: '安排代班' }).click();
    await page.getByText('结束时间已过').waitFor();
    const [from, until] = [-1, 24].map((hours) => localInput(new Date(Date.now() + hours * 3_600_000)));
    await fillTime(page, '开始时间', from ?? '');
    await fillTime(page, '结束时间', until ?? '');
    await page.getByRole('button', { name: '安排代班' }).click();
    await page.getByText(/^陈晓燕 外出，由 .+ 代班$/u).waitFor();
    await claim(page, code);
    await page.getByRole('tab', { name: '流转记录' }).click();
    await page.getByText('代 陈晓燕', { exact: false }).first().waitFor();
    expect(clerk.complaints).toEqual([]);
    expect(head.complaints).toEqual([expect.stringContaining('422')]); // the wrong time above
  }, 90_000);
});

/** Types a time into a field and leaves it. */
async function fillTime(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label).fill(text);
  await page.getByLabel(label).press('Enter');
}

/** As a field for a time of the district takes it, eight hours ahead of UTC. */
function localInput(at: Date): string {
  return new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
