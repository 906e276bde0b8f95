import { expect, it } from '@jest/globals';
import { browserSuite } from './browser-suite.js';
import { claim, dialogOf, pick, register } from './desk.js';

browserSuite('administration', (office) => {
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
