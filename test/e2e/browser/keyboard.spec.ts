import { expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { browserSuite } from './browser-suite.js';
import { register } from './desk.js';

browserSuite('a desk without a mouse', (office) => {
  it('signs in, claims, handles, completes, and the next case opens', async () => {
    const { page, complaints } = await office.sitDown('clerk');
    await register(page, '第一件：东门路灯不亮');
    await page.reload();
    await register(page, '第二件：西门井盖松动');
    const colleague = await office.browser.newPage({ locale: 'zh-CN', baseURL: office.product.address });
    await signInByKeys(colleague, office.product.password);
    await page.close();
    await press(colleague, 'g', 'p');
    await colleague.getByRole('switch', { name: '办结后自动打开下一件待办' }).press('Space');

    await press(colleague, 'g', 'c');
    await colleague.getByRole('row', { name: /第二件/u }).waitFor();
    for (const title of ['第一件', '第二件']) {
      await press(colleague, 'j');
      await colleague.keyboard.press('c');
      await colleague.getByRole('row', { name: new RegExp(title, 'u') }).waitFor({ state: 'detached' });
    }
    await press(colleague, 'g', 'i');
    await colleague.getByRole('row', { name: /第一件/u }).waitFor();
    await press(colleague, 'j', 'Enter');
    await colleague.getByRole('heading', { level: 1, name: /第一件/u }).waitFor();
    await colleague.getByRole('button', { name: '办结', exact: true }).waitFor(); // the acts come after the case
    await press(colleague, 'e');
    await colleague.locator('#opinion:focus').waitFor();
    await colleague.keyboard.type('已更换灯具 jk');
    await colleague.keyboard.press('Control+Enter');

    await colleague.getByRole('heading', { level: 1, name: /第二件/u }).waitFor();
    await press(colleague, '?');
    await colleague.getByRole('dialog', { name: '快捷键' }).waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);
});

/** Signs in as the clerk with what the first field takes and Enter. */
async function signInByKeys(page: Page, password: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('用户名').waitFor();
  await page.keyboard.type('clerk');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
}

/** Presses keys one after the other where the page takes them. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  await page.waitForLoadState('networkidle');
  for (const key of keys) await page.keyboard.press(key);
}
