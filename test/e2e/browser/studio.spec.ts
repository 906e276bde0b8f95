import { expect, it } from '@jest/globals';
import { browserSuite } from './browser-suite.js';

browserSuite('the workflow studio', (office) => {
  it('changes a term, says what is wrong, tries it out and deploys', async () => {
    const { page, complaints } = await office.sitDown('designer');
    await page.goto('/workflows/revisit/1');
    await page.getByRole('link', { name: '编辑', exact: true }).click();
    await page.locator('[data-element-id="revisit-visit"] .djs-hit').first().click();
    await page.getByLabel('办理时限的长度').fill('7');

    await page.getByLabel('outcome的取值').fill('(((');
    await page.getByLabel('outcome的取值').press('Tab');
    await page.getByRole('tab', { name: '检查（1）' }).click();
    await page.getByText('公式写错了').waitFor();
    await page.getByRole('button', { name: '发布', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '发布“适时回访”' });
    expect(await dialog.getByRole('button', { name: '确认发布' }).isDisabled()).toBe(true);
    await dialog.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '撤销' }).click();

    await page.getByText('修改已存在本浏览器').waitFor();
    await page.reload();
    await page.getByText('尚未发布的修改').waitFor();

    await page.getByRole('tab', { name: '试运行' }).click();
    await page.getByRole('button', { name: '开始试运行' }).click();
    await page.getByRole('button', { name: /^让时间走到/u }).click();
    await page.getByRole('button', { name: '已解决', exact: true }).click();
    await page.getByText('这件诉求已经办完。').waitFor();

    await page.getByRole('button', { name: '发布', exact: true }).click();
    await dialog.getByText('“回头看 · 红灯”的时限：5 天（工作日） 改为 7 天（工作日）').waitFor();
    await dialog.getByRole('button', { name: '确认发布' }).click();
    await dialog.getByText('已发布第 2 版').waitFor();
    await dialog.getByRole('button', { name: '完成' }).click();
    await page.getByText('在第 2 版的基础上修改').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);
});
