import { expect, it } from '@jest/globals';
import { browserSuite } from './browser-suite.js';
import { claim, dialogOf, openFrom, pick, register } from './desk.js';

browserSuite('what is done with the resident', (office) => {
  let code: string;

  it('is written down by the clerk: contacts, missing papers, an original, an errand', async () => {
    const { page, complaints } = await office.sitDown('clerk');
    code = await register(page, '低保申请需要代办');
    await claim(page, code);
    const record = page.getByRole('region', { name: '服务记录' });
    await record.getByText(/^应在 .* 前首次联系诉求人$/u).waitFor();

    const contact = await dialogOf(page, '记录联系');
    await contact.getByRole('button', { name: '提交' }).click();
    await contact.getByText('请选择联系方式').waitFor();
    await pick(page, contact.getByLabel('联系方式'), '窗口接待');
    await contact.getByLabel('诉求人为此上门').check();
    await contact.getByRole('textbox', { name: '联系情况' }).fill('说明申请条件，缺两样材料。');
    await contact.getByRole('button', { name: '提交' }).click();
    await record.getByText('窗口接待联系，诉求人上门').waitFor();
    await record.getByText('诉求人上门 1 次').waitFor();

    const tell = await dialogOf(page, '一次性告知');
    await tell.getByLabel('缺少的材料').fill('户口本\n收入证明');
    await tell.getByRole('button', { name: '提交' }).click();
    await record.getByText('户口本、收入证明').waitFor();

    const paper = await dialogOf(page, '收取材料');
    await paper.getByLabel('材料名称').fill('户口本');
    await paper.getByRole('button', { name: '提交' }).click();
    await record.getByText('收取材料：户口本（原件）').waitFor();

    const proxy = await dialogOf(page, '服务代理');
    await proxy.getByLabel('代办事项').fill('代到民政窗口递交申请');
    await proxy.getByRole('button', { name: '提交' }).click();
    await record.getByText('陈晓燕 代办').waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);

  it('keeps the case from being closed while an original is here', async () => {
    const { page, complaints } = await office.sitDown('clerk');
    await openFrom(page, '待办', code);
    const closing = await dialogOf(page, '办结');
    await closing.getByLabel('办理意见').fill('已代为递交。');
    await closing.getByRole('button', { name: '提交' }).click();
    await closing.getByText('还不能办结，缺少：退还原件。').waitFor();
    await closing.getByRole('button', { name: '取消' }).click();

    await page.getByRole('button', { name: '退还 户口本' }).click();
    await page.getByText(/退还（陈晓燕）$/u).waitFor();
    const again = await dialogOf(page, '办结');
    await again.getByRole('button', { name: '提交' }).click();
    await page.getByText('已提交“办结”。').waitFor();
    expect(complaints.filter((complaint) => !complaint.includes('409'))).toEqual([]);
  }, 90_000);
});
