import type { Page } from 'playwright-core';

/** Files a case through the form and returns its number. */
export async function register(page: Page, title: string): Promise<string> {
  await page.getByRole('link', { name: '登记诉求', exact: true }).click();
  await page.getByLabel('标题').fill(title);
  await page.getByLabel('诉求内容').fill('东门两盏路灯不亮，老人夜间出行不便，希望尽快修复。');
  await page.getByLabel('姓名').fill('王大明');
  await page.getByLabel('联系电话').fill('13812345678');
  await pick(page, page.getByRole('combobox', { name: '来源渠道' }), '电话');
  await page.getByRole('button', { name: '提交登记' }).click();
  await page.getByRole('heading', { name: '登记成功' }).waitFor();
  return await textOf(page.locator('dd').first());
}

/** Goes to a box of the inbox: from the menu, which stands at the foot of a telephone. */
export async function openBox(page: Page, box: '待办' | '待签收'): Promise<void> {
  const link = page.getByRole('link', { name: new RegExp(`^${box}`, 'u') }).first();
  const inbox = page.getByRole('link', { name: '工作台', exact: true });
  await link.or(inbox).first().waitFor();
  if (await inbox.isVisible()) await inbox.click();
  await link.click();
}

/** Opens a box of the inbox and there the case. */
export async function openFrom(page: Page, box: '待办' | '待签收', code: string): Promise<void> {
  await openBox(page, box);
  await rowOf(page, code).getByRole('link').first().click();
  await page.getByRole('heading', { level: 1 }).waitFor();
}

/** Takes the case from the unit's box into one's own, and opens it there. */
export async function claim(page: Page, code: string): Promise<void> {
  await openBox(page, '待签收');
  await rowOf(page, code).getByRole('button', { name: '签收' }).click();
  await rowOf(page, code).waitFor({ state: 'detached' });
  await openFrom(page, '待办', code);
}

/** Looks an option up by its name and takes it. */
export async function choose(page: Page, field: ReturnType<Page['getByLabel']>, name: string): Promise<void> {
  await field.fill(name);
  await page.locator(`.ant-select-item-option-active[title="${name}"]`).waitFor();
  await field.press('Enter');
  await page.getByRole('dialog').getByTitle(name).waitFor();
}

/** Opens a list and takes an option, once the list has come to rest: under a moving list a click goes astray. */
export async function pick(page: Page, field: ReturnType<Page['getByLabel']>, name: string): Promise<void> {
  await field.click();
  const option = page.locator(`.ant-select-item-option[title="${name}"]`);
  await option.waitFor();
  await atRest(option, '.ant-select-dropdown');
  await option.click();
  await page
    .locator(`.ant-select-item-option-selected[title="${name}"]`)
    .waitFor({ state: 'attached', timeout: 5_000 });
}

/** Presses a button of the case and gives the dialog that opens. */
export async function dialogOf(page: Page, act: string): Promise<ReturnType<Page['getByRole']>> {
  const button = page.getByRole('button', { name: act, exact: true });
  const more = page.getByRole('button', { name: '更多操作' });
  // What is seldom done stands in a menu.
  await button.or(more).first().waitFor();
  if (await button.isVisible()) await button.click();
  else {
    await more.first().click();
    await page.getByRole('menuitem', { name: act, exact: true }).click();
  }
  const dialog = page.getByRole('dialog', { name: act });
  await dialog.waitFor();
  await atRest(dialog, '.ant-modal');
  return dialog;
}

/** Waits until what holds a place has come to rest: under something that moves a click goes astray. */
async function atRest(place: ReturnType<Page['locator']>, holder: string): Promise<void> {
  await place.evaluate(async (item, selector) => {
    const moving: { readonly finished: Promise<unknown> }[] = item.closest(selector)?.getAnimations() ?? [];
    await Promise.allSettled(moving.map(({ finished }) => finished));
  }, holder);
}

/** Sends the open dialog and waits for what the page then says; the failure tells what the dialog says instead. */
export async function submit(page: Page, done: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '提交', exact: true }).click();
  try {
    await page.getByText(done).first().waitFor();
  } catch (error) {
    const said = (await dialog.count()) > 0 ? await textOf(dialog.first()) : 'nothing';
    throw new Error(`waited for "${done}", the dialog says: ${said}`, { cause: error });
  }
}

/** The line of a case in the list, which is a card on a telephone. */
export function rowOf(page: Page, code: string): ReturnType<Page['getByRole']> {
  return page.getByRole('row', { name: new RegExp(code, 'u') }).or(page.getByRole('article').filter({ hasText: code }));
}

/** Takes an outcome, with an opinion. */
export async function decide(page: Page, outcome: string, opinion: string): Promise<void> {
  await page.getByRole('button', { name: outcome, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('办理意见').fill(opinion);
  await submit(page, `已提交“${outcome}”`);
}

async function textOf(place: ReturnType<Page['locator']>): Promise<string> {
  return ((await place.textContent()) ?? '').trim();
}
