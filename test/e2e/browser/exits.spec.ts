import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { chromiumPath, launchBrowser } from '../support/browser.js';
import { startProduct, type Product } from '../support/product.js';
import { claim, dialogOf, pick, register, sitDown, submit } from './desk.js';

const missing = chromiumPath === undefined;
const suite = missing ? describe.skip : describe;

suite(`requests that leave their way in a real browser${missing ? ' (skipped: no Chromium found)' : ''}`, () => {
  let product: Product;
  let browser: Browser;

  beforeAll(async () => {
    product = await startProduct();
    browser = await launchBrowser();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  it('are merged with the one that is there already, and separated again', async () => {
    const { page, complaints } = await sitDown(browser, product, 'clerk');
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

  it('are declined with what the resident is told', async () => {
    const { page, complaints } = await sitDown(browser, product, 'clerk');
    const code = await register(page, '对法院判决不服要求改判');
    await claim(page, code);
    const dialog = await dialogOf(page, '不予受理');
    await pick(page, dialog.getByRole('combobox', { name: '不予受理的情形' }), '应当或者已经通过法定途径解决');
    expect(await dialog.getByLabel('告知内容').inputValue()).toMatch(/法定途径/u);
    await submit(page, '已不予受理。');
    await page.getByText('不予受理', { exact: true }).first().waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);
});
