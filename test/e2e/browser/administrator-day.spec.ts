import { beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { before } from './before.js';
import { browserSuite } from './browser-suite.js';
import { claim, decide, dialogOf, pick, register } from './desk.js';

browserSuite('a day of administrators', (office) => {
  const codes: string[] = [];

  beforeAll(async () => {
    const clerk = before((await office.sitDown('clerk')).page);
    for (const title of ['楼道堆物', '路灯不亮', '井盖松动']) codes.push(await clerk.register(title));
    const [settled = ''] = codes;
    await clerk.claim(settled, { outcome: 'resolved', opinion: '已清理。', disposition: 'by-law', reply: '已清理。' });
  }, 120_000);

  it('gives second handling more time on the diagram, and is told of a formula that is wrong', async () => {
    const { page, complaints } = await office.sitDown('designer');
    await page.getByRole('link', { name: '流程设计' }).click();
    await page.getByRole('link', { name: '群众诉求办理' }).click();
    await page.getByRole('link', { name: '编辑', exact: true }).click();
    await page.getByRole('button', { name: '显示全图' }).click();
    await page.locator('[data-element-id="second-handle"] .djs-hit').first().click();
    await page.getByLabel('办理时限的长度').fill('4');

    await page.getByLabel('outcome的取值').fill('(((');
    await page.getByLabel('outcome的取值').press('Tab');
    await page.getByRole('tab', { name: '检查（1）' }).click();
    await page.getByText('公式写错了').waitFor();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = deploying(page);
    expect(await dialog.getByRole('button', { name: '确认发布' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByText('已保存到服务器', { exact: false }).waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('finds the change again, and tries it out on a made-up case', async () => {
    const { page, complaints } = await office.sitDown('designer');
    await page.goto('/workflows/case-routing/edit');
    await page.getByText('尚未发布的修改').waitFor();
    await page.getByRole('tab', { name: '试运行' }).click();
    await page.getByRole('button', { name: '开始试运行' }).click();
    await page.getByRole('button', { name: '办结', exact: true }).click();
    await page.getByRole('button', { name: '不满意', exact: true }).click();
    await page.locator('.is-token[data-element-id="second-handle"]').waitFor();
    await page.getByRole('button', { name: '办结', exact: true }).click();
    await page.getByRole('button', { name: /^让时间走到 .*（回访 · 三日未访）$/u }).click();
    await page.getByText('这件诉求已经办完。').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('takes the cases that there were through the change', async () => {
    const { page, complaints } = await office.sitDown('designer');
    await page.goto('/workflows/case-routing/edit');
    await page.getByRole('tab', { name: '仿真' }).click();
    await page.getByRole('button', { name: '开始仿真' }).click();
    await page.getByText(/^按现在的图，3 件中会有 \d+ 件逾期/u).waitFor();
    await page.getByText(/^按正在运行的第 1 版，是 \d+ 件/u).waitFor();
    await page
      .getByRole('table', { name: /^各环节/u })
      .getByRole('row', { name: /^工作站办理/u })
      .waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('deploys with the differences in view, and takes the running cases over', async () => {
    const { page, complaints } = await office.sitDown('designer');
    await page.goto('/workflows/case-routing/edit');
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = deploying(page);
    await dialog.getByText('“二次办理 · 逾期”的时限：3 天（工作日） 改为 4 天（工作日）').waitFor();
    await dialog.getByText('第 1 版有 3 件正在办理', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: '确认发布' }).click();
    await dialog.getByText('已发布第 2 版').waitFor();
    await dialog.getByText('共 3 件，其中 3 件可以转到新版', { exact: false }).waitFor();
    await dialog.getByRole('button', { name: '把 3 件转到新版' }).click();
    await dialog.getByText('转换完成：3 / 3 件', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: '完成' }).click();
    await page.getByText('在第 2 版的基础上修改').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('sees on the page of the workflow where cases wait', async () => {
    const { page, complaints } = await office.sitDown('designer');
    await page.goto('/workflows/case-routing/2');
    const steps = page.getByRole('table', { name: '各环节的情况' });
    await steps.getByRole('row', { name: /^工作站办理 2 /u }).waitFor();
    await page.getByTitle('工作站办理：停在这里 2 件').waitFor();
    expect(complaints).toEqual([]);

    const clerk = await office.sitDown('clerk');
    await claim(clerk.page, codes[1] ?? '');
    await clerk.page.getByText('第 2 版', { exact: false }).first().waitFor();
    await decide(clerk.page, '办结', '灯已更换。');
    expect(clerk.complaints).toEqual([]);
    await page.reload();
    await page
      .getByTitle(/：停在这里 1 件$/u)
      .first()
      .waitFor();

    await page.goto('/workflows/case-routing/edit');
    await page.getByText('在第 2 版的基础上修改').waitFor();
    expect(complaints).toEqual([]);
    // The editor still says that it was closed, which is refused by then; the browser itself complains of that.
    const closed = page.waitForResponse((answer) => answer.url().endsWith('/presence') && answer.status() === 401);
    await page.getByRole('button', { name: '退出登录' }).click();
    await closed;
    await page.getByLabel('用户名').fill('clerk');
    expect(await page.getByText('登录已过期', { exact: false }).count()).toBe(0);
  }, 60_000);

  it('renames a reason to stop the clock, and a clerk chooses it by the new name', async () => {
    const admin = await office.sitDown('sysadmin');
    await admin.page.getByRole('link', { name: '基础数据' }).click();
    await pick(admin.page, admin.page.getByLabel('列表'), '挂起原因');
    await admin.page.getByRole('button', { name: '修改 听证' }).click();
    const drawer = admin.page.getByRole('dialog', { name: '修改 听证' });
    await drawer.getByLabel('名称').fill('');
    await drawer.getByRole('button', { name: '保存' }).click();
    await drawer.getByText('请填写名称').waitFor();
    await drawer.getByLabel('名称').fill('听证会');
    await drawer.getByRole('button', { name: '保存' }).click();
    await admin.page.getByRole('button', { name: '修改 听证会' }).click();
    await admin.page.getByText('名称：听证 → 听证会').waitFor();

    const clerk = await office.sitDown('clerk');
    const code = await register(clerk.page, '井盖松动有异响');
    await claim(clerk.page, code);
    const dialog = await dialogOf(clerk.page, '挂起');
    await pick(clerk.page, dialog.getByLabel('挂起原因'), '听证会（最长 30 天）');
    expect([...admin.complaints, ...clerk.complaints]).toEqual([]);
  }, 90_000);

  it('changes a template with its preview, and is told of what nothing fills in', async () => {
    const { page, complaints } = await office.sitDown('sysadmin');
    await page.getByRole('link', { name: '消息模板' }).click();
    await page.getByRole('button', { name: '修改 抄送' }).click();
    const drawer = page.getByRole('dialog', { name: '修改 抄送（中文）' });
    await drawer.getByLabel('正文').fill('{code}抄送给您，');
    await drawer.getByLabel('正文').press('End');
    await drawer.getByRole('button', { name: '插入 {unit}' }).click();
    await drawer.getByRole('region', { name: '预览' }).getByText('LB20260302-000001抄送给您，东门社区工作站').waitFor();
    await drawer.getByRole('button', { name: '保存' }).click();
    await page.getByText('{code}抄送给您，{unit}').waitFor();

    // Last, as the browser itself complains of the refusal.
    expect(complaints).toEqual([]);
    await page.getByRole('button', { name: '修改 抄送' }).click();
    await page.getByLabel('正文').fill('{phone}');
    await page.getByRole('region', { name: '预览' }).getByText('没有 {phone} 这个内容').waitFor();
  }, 60_000);
});

/** What is asked and told when a workflow is deployed. */
function deploying(page: Page): ReturnType<Page['getByRole']> {
  return page.getByRole('dialog', { name: '发布“群众诉求办理”' });
}
