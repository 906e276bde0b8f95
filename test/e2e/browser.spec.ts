import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { chromiumPath, desktop, launchBrowser, signIn, telephone } from './support/browser.js';
import { startProduct, type Product } from './support/product.js';

const withChromium = chromiumPath === undefined ? describe.skip : describe;

withChromium('the web in a real browser', () => {
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

  it('lets a clerk register a case, claim it from the inbox, and report it up to the street', async () => {
    const { page, complaints } = await as('clerk', desktop);
    await register(page, '路灯不亮');

    await page.goto('/inbox/claimable');
    const row = page.getByRole('row', { name: /路灯不亮/u });
    expect(await row.innerText()).toMatch(/王\*\*[^]*工作站办理[^]*剩/u);
    await row.getByRole('button', { name: '签收' }).click();
    await row.waitFor({ state: 'detached' });
    await page.goto('/inbox/todo');
    await page.getByRole('link', { name: '路灯不亮' }).click();
    await act(page, '上报', '需要城管部门维修。');
    await page.getByRole('tab', { name: '流转记录' }).click();

    await page.getByText('需要城管部门维修。').first().waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('shows the street what the station reported, with its diagram', async () => {
    const { page, complaints } = await as('street', desktop);

    await page.goto('/inbox/claimable');
    await page.getByRole('link', { name: '路灯不亮' }).click();
    await page.getByRole('tab', { name: '流程图' }).click();

    await page.locator('.djs-container svg').first().waitFor();
    await page.locator('.bjs-powered-by').first().waitFor(); // the mark that the licence of bpmn-js asks for
    expect(complaints).toEqual([]);
  }, 60_000);

  it('closes a case that the station solves by itself', async () => {
    const { page, complaints } = await as('clerk', desktop);
    await register(page, '楼道堆物');

    await page.getByRole('link', { name: '查看诉求' }).click();
    await page.getByRole('button', { name: '签收' }).click();
    await act(page, '办结', '已现场清理完毕。');
    await page.goto('/inbox/done');

    await page.getByText('楼道堆物').first().waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it.each([
    ['/inbox/todo', 'clerk'],
    ['/inbox/registered', 'clerk'],
    ['/cases/new', 'clerk'],
    ['/cases', 'clerk'],
    ['/joint-meetings', 'secretary'],
  ])(
    'fits %s on a telephone without scrolling sideways',
    async (path, account) => {
      const { page, complaints } = await as(account, telephone);

      await page.goto(path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.waitForLoadState('networkidle');

      const width = await page.evaluate<number>('document.documentElement.scrollWidth');
      expect(width).toBeLessThanOrEqual(telephone.width);
      expect(complaints).toEqual([]);
    },
    60_000,
  );

  it('refuses a wrong password in words', async () => {
    const page = await browser.newPage({ viewport: desktop, baseURL: product.address });
    await page.goto('/');
    await page.getByLabel('用户名').fill('clerk');
    await page.getByLabel('密码').fill('wrong-password');
    await page.getByRole('button', { name: '登录' }).click();

    await page.getByRole('alert').first().waitFor();
    expect(await page.getByRole('alert').first().innerText()).toMatch(/密码/u);
  }, 60_000);

  function as(username: string, viewport: typeof desktop) {
    return signIn(browser, product.address, { username, password: product.password, viewport });
  }

  async function register(page: Page, title: string): Promise<void> {
    await page.goto('/cases/new');
    await page.getByLabel('标题').fill(title);
    await page.getByLabel('诉求内容').fill('向阳路 12 号门口，已经三天。');
    await page.getByLabel('姓名').fill('王建国');
    await page.getByRole('combobox', { name: '来源渠道' }).click();
    await page.getByTitle('电话', { exact: true }).click();
    await page.getByRole('button', { name: '提交登记' }).click();
    await page.getByRole('heading', { name: '登记成功' }).waitFor();
  }

  async function act(page: Page, outcome: string, opinion: string): Promise<void> {
    await page.getByRole('button', { name: outcome, exact: true }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox', { name: '办理意见' }).fill(opinion);
    await dialog.getByRole('button', { name: '提交' }).click();
    await dialog.waitFor({ state: 'detached' });
  }
});
