import { expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { browserSuite, officeScreen } from './browser-suite.js';
import { openBox, register } from './desk.js';

browserSuite('a day of a clerk without a mouse', (office) => {
  it('begins with a wrong password, of which the sign-in tells in words', async () => {
    const { page } = await office.visit(officeScreen);
    await page.goto('/');
    await typeSignIn(page, 'wrong-password');

    await page.getByText('用户名或密码不正确').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(await page.context().cookies()).toEqual([]);
  }, 60_000);

  it('runs in a session that scripts cannot read and other sites do not send, under a strict policy', async () => {
    const { page } = await office.sitDown('clerk');

    const cookie = (await page.context().cookies()).find(({ name }) => name === 'lianban_session');
    const answer = await page.reload();

    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    expect(await page.evaluate<string>('document.cookie')).not.toContain('lianban_session');
    const policy = (await answer?.headerValue('content-security-policy')) ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|default-src[^;]*unsafe|https?:/u);
  }, 60_000);

  it('registers a case within thirty seconds', async () => {
    const { page, complaints } = await office.sitDown('clerk');
    const began = Date.now();
    await press(page, 'g', 'n');
    await page.getByLabel('标题').waitFor();
    await typeInto(page, page.getByLabel('标题'), '绿化带被占用');
    await typeInto(page, page.getByLabel('诉求内容'), '南门绿化带停满车辆，希望清理。');
    await typeInto(page, page.getByLabel('姓名'), '王大明');
    await typeInto(page, page.getByLabel('联系电话'), '13812345678');
    await tabTo(page, page.getByRole('combobox', { name: '来源渠道' }));
    const phone = page.locator('.ant-select-item-option-active[title="电话"]');
    for (let down = 0; down < mostStops && !(await phone.isVisible()); down += 1) {
      await page.keyboard.press('ArrowDown');
      await page.locator('.ant-select-item-option-active').waitFor();
    }
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: '提交登记' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '登记成功' }).waitFor();
    expect(Date.now() - began).toBeLessThan(30_000);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('reports a case up with one of the sentences that are written every day', async () => {
    const { page, complaints } = await office.sitDown('clerk');
    await press(page, 'g', 'c');
    const row = page.getByRole('row', { name: /绿化带被占用/u });
    await row.waitFor();
    await press(page, 'j', 'c');
    await row.waitFor({ state: 'detached' });
    await press(page, 'g', 'i');
    await row.waitFor();
    await press(page, 'j', 'Enter');
    await page.getByRole('heading', { level: 1, name: '绿化带被占用' }).waitFor();
    await page.getByRole('button', { name: '上报', exact: true }).waitFor();
    await press(page, 'u');
    await page.locator('#opinion:focus').waitFor();
    await tabTo(page, page.getByRole('group', { name: '常用语' }).getByRole('button').first());
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('dialog').getByRole('button', { name: '提交', exact: true }));
    await page.keyboard.press('Enter');
    await page.getByText('已提交“上报”').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('signs in, claims, handles, completes, and the next case opens', async () => {
    const desk = await office.sitDown('clerk');
    await register(desk.page, '第一件：东门路灯不亮');
    await desk.page.reload();
    await register(desk.page, '第二件：西门井盖松动');
    await desk.page.close();
    const { page, complaints } = await office.visit(officeScreen);
    await page.goto('/');
    await typeSignIn(page, office.product.password);
    await page.getByRole('heading', { level: 1, name: '待办' }).waitFor();
    await press(page, 'g', 'p');
    await page.getByRole('switch', { name: '办结后自动打开下一件待办' }).press('Space');

    await press(page, 'g', 'c');
    await page.getByRole('row', { name: /第二件/u }).waitFor();
    for (const title of ['第一件', '第二件']) {
      await press(page, 'j');
      await page.keyboard.press('c');
      await page.getByRole('row', { name: new RegExp(title, 'u') }).waitFor({ state: 'detached' });
    }
    await press(page, 'g', 'i');
    await page.getByRole('row', { name: /第一件/u }).waitFor();
    await press(page, 'j', 'Enter');
    await page.getByRole('heading', { level: 1, name: /第一件/u }).waitFor();
    await page.getByRole('button', { name: '办结', exact: true }).waitFor(); // the acts come after the case
    await press(page, 'e');
    await page.locator('#opinion:focus').waitFor();
    await page.keyboard.type('已更换灯具 jk');
    await page.keyboard.press('Control+Enter');

    await page.getByRole('heading', { level: 1, name: /第二件/u }).waitFor();
    await press(page, '?');
    await page.getByRole('dialog', { name: '快捷键' }).waitFor();
    expect([...desk.complaints, ...complaints]).toEqual([]);
  }, 90_000);

  it('gives a case back, takes it again, and hands it to a colleague', async () => {
    const { page, complaints } = await office.sitDown('clerk');
    await press(page, 'g', 'i');
    await page.getByRole('row', { name: /第二件/u }).waitFor();
    await press(page, 'j', 'Enter');
    await page.getByRole('button', { name: '释放' }).waitFor();
    await press(page, 'l');
    await page.getByText('已释放', { exact: false }).first().waitFor();
    await page.getByRole('button', { name: '签收' }).waitFor();
    await press(page, 'c');
    await page.getByRole('button', { name: '转办' }).waitFor();
    await press(page, 't');
    const dialog = page.getByRole('dialog', { name: '转办' });
    await tabTo(page, dialog.getByRole('combobox', { name: '接收人' }));
    await page.keyboard.press('ArrowDown');
    await page.locator('.ant-select-item-option-active[title="赵建国（站长）"]').waitFor();
    await page.keyboard.press('Enter');
    await typeInto(page, dialog.getByLabel('转办说明'), '下午外出走访，请代为办理。');
    await tabTo(page, dialog.getByRole('button', { name: '提交', exact: true }));
    await page.keyboard.press('Enter');
    await page.getByText('已转办。').waitFor();

    const head = await office.sitDown('station-head');
    await openBox(head.page, '待办');
    await head.page.getByRole('row', { name: /第二件/u }).waitFor();
    expect([...complaints, ...head.complaints]).toEqual([]);
  }, 60_000);

  it('ends in the dark from the first paint on, where the clerk chose that, whatever the system says', async () => {
    const { page } = await office.sitDown('clerk');
    await page.getByRole('button', { name: '显示设置' }).click();
    await page.getByText('深色', { exact: true }).click();
    await page.route('**/assets/**', (route) => route.abort()); // so that nothing but the first paint is there

    await page.reload();

    expect(await page.evaluate<string>('document.documentElement.dataset.scheme')).toBe('dark');
  }, 60_000);
});

/** Signs in as the clerk with what the first field takes and Enter. */
async function typeSignIn(page: Page, password: string): Promise<void> {
  await page.getByLabel('用户名').waitFor();
  await page.keyboard.type('clerk');
  await page.keyboard.press('Tab');
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
}

/** Presses keys one after the other where the page takes them. */
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  await page.waitForLoadState('networkidle');
  for (const key of keys) await page.keyboard.press(key);
}

async function typeInto(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field);
  await page.keyboard.type(text);
}

/** How many stops a page may have before what is looked for counts as out of reach. */
const mostStops = 60;

/** Goes to a place as the keyboard does. */
async function tabTo(page: Page, place: Locator): Promise<void> {
  for (let stop = 0; stop < mostStops; stop += 1) {
    if (await place.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`no ${mostStops} times Tab leads to ${String(place)}`);
}
