import { expect, it } from '@jest/globals';
import { browserSuite } from './browser-suite.js';
import { decide, openFrom, register, rowOf } from './desk.js';

browserSuite('a case climbing the ladder', (office) => {
  let code: string;

  it('lets the clerk register it, claim it, see its step on the diagram and report it up', async () => {
    const { page, complaints } = await office.sitDown('clerk');
    code = await register(page, '新华社区门口路灯损坏三天无人修理');

    await page
      .getByRole('link', { name: /^待签收/u })
      .first()
      .click();
    await rowOf(page, code).getByRole('button', { name: '签收' }).click();
    await rowOf(page, code).waitFor({ state: 'detached' });
    await openFrom(page, '待办', code);
    await page.getByRole('heading', { name: '办理意见' }).waitFor();
    await page.getByRole('tab', { name: '流程图' }).click();
    await page.locator('.djs-shape.is-current[data-element-id="station-handle"]').waitFor();
    await page.getByRole('tab', { name: '办理', exact: true }).click();
    await decide(page, '上报', '路灯由市政维护，超出本站权限。');

    await page.getByText('路灯由市政维护，超出本站权限。').first().waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('lets the street see it and route it to a department', async () => {
    const { page, complaints } = await office.sitDown('street');
    await openFrom(page, '待签收', code);
    // An old office machine: typing begins while the dialog still opens.
    const devTools = await page.context().newCDPSession(page);
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: 8 });

    await page.getByRole('button', { name: '派单', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('承办部门').fill('城市管理');
    await page.locator('.ant-select-item-option-active[title="城市管理局"]').waitFor();
    await page.keyboard.press('Enter');
    await dialog.getByTitle('城市管理局').waitFor();
    await dialog.getByLabel('办理意见').fill('请城管局牵头修复。');
    await dialog.getByRole('button', { name: '提交', exact: true }).click();

    await page.getByText('已提交“派单”').waitFor();
    await devTools.detach();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('lets the officer of that department claim it', async () => {
    const { page, complaints } = await office.sitDown('officer');
    await page
      .getByRole('link', { name: /^待签收/u })
      .first()
      .click();

    await rowOf(page, code).getByRole('button', { name: '签收' }).click();

    await page.getByText(`已签收 ${code}`).waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('closes at the station what the station solves by itself', async () => {
    const { page, complaints } = await office.sitDown('clerk');
    const own = await register(page, '楼道堆物');

    await page.getByRole('link', { name: '查看诉求' }).click();
    await page.getByRole('button', { name: '签收' }).click();
    await decide(page, '办结', '已现场清理完毕。');
    await page.goto(`${office.product.address}/inbox/done`);

    await page.getByText(own).first().waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);
});
