import { expect, it } from '@jest/globals';
import type { Route } from 'playwright-core';
import { accessibilityProblems } from '../support/accessibility.js';
import { telephone } from '../support/browser.js';
import { browserSuite, officeScreen } from './browser-suite.js';

browserSuite('the doors', (office) => {
  it('tells staff in words that the password is wrong and stays at the sign-in', async () => {
    const page = await office.browser.newPage({ viewport: officeScreen, baseURL: office.product.address });
    await page.goto('/');
    await page.getByLabel('用户名').fill('clerk');
    await page.getByLabel('密码').fill('wrong-password');
    await page.getByRole('button', { name: '登录' }).click();

    await page.getByText('用户名或密码不正确').waitFor();
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    expect(await page.context().cookies()).toEqual([]);
  }, 60_000);

  it('keeps the session in a cookie that scripts cannot read and that other sites do not send', async () => {
    const { page } = await office.sitDown('clerk');

    const cookie = (await page.context().cookies()).find(({ name }) => name === 'lianban_session');

    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    expect(await page.evaluate<string>('document.cookie')).not.toContain('lianban_session');
  }, 60_000);

  it('lets a resident file a request and look it up by number and query code', async () => {
    const page = await office.browser.newPage({ viewport: telephone, baseURL: office.product.address });
    await page.goto('/public');
    await page.getByRole('link', { name: /反映问题/u }).click();
    await page.getByLabel('什么事').fill('楼道照明坏了');
    await page.getByLabel('详细情况').fill('三单元一楼照明坏了一周');
    await page.getByLabel('在哪里').fill('向阳社区三号楼');
    await page.getByLabel('怎么称呼您').fill('李阿姨');
    await page.getByLabel('您的电话').fill('13900001111');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已收到您的诉求').waitFor();
    const [code = '', queryCode = ''] = await page.locator('dd').allTextContents();

    await page.goto('/public/progress');
    await page.getByLabel('编号').fill(code.trim());
    await page.getByLabel('查询码').fill('00000000');
    await page.keyboard.press('Enter');
    await page.getByText('没有查到').waitFor();
    await page.getByLabel('查询码').fill(queryCode.trim());
    await page.keyboard.press('Enter');

    await page.getByText('办理经过').waitFor();
    expect(await page.getByText('楼道照明坏了').count()).toBeGreaterThan(0);

    await page.getByRole('button', { name: '催办' }).click();
    await page.getByLabel('想对承办单位说什么').fill('老人夜里看不清，请尽快。');
    await page.getByRole('button', { name: '催办' }).click();
    await page.getByText('已催办').waitFor();
    await page.getByRole('button', { name: '催办' }).click();
    await page.getByLabel('想对承办单位说什么').fill('再催一次。');
    await page.getByRole('button', { name: '催办' }).click();
    await page.getByText('今天已经催办过').waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await page.getByRole('button', { name: '撤回诉求' }).click();
    await page.getByLabel('为什么撤回').fill('物业已修好。');
    await page.getByRole('button', { name: '撤回诉求' }).click();
    await page.getByText('已终止').first().waitFor();
    expect(await page.getByRole('button', { name: '催办' }).count()).toBe(0);
  }, 60_000);

  it('prints a card for the resident, whose code leads to how far the request is', async () => {
    const page = await office.browser.newPage({ viewport: telephone, baseURL: office.product.address });
    await page.goto('/public/request');
    await page.getByLabel('什么事').fill('路面塌陷');
    await page.getByLabel('详细情况').fill('人行道塌陷半米');
    await page.getByLabel('不留姓名和电话').check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('button', { name: '打印告知卡' }).waitFor();
    const [code = '', queryCode = ''] = await page.locator('dd').allTextContents();

    await page.emulateMedia({ media: 'print' });
    const card = page.getByRole('region', { name: '诉求告知卡' });
    await card.getByText(queryCode).waitFor();
    await card.locator('svg').waitFor();
    expect(await page.locator('#root').isVisible()).toBe(false);

    await page.emulateMedia({ media: 'screen' });
    await page.goto(`/public/progress#code=${code}&queryCode=${queryCode}`);
    await page.getByText('办理经过').waitFor();
  }, 60_000);

  it('remembers that a resident wants large letters, and shows every page so', async () => {
    const page = await office.browser.newPage({ viewport: telephone, baseURL: office.product.address });
    await page.goto('/public');
    await page.getByRole('button', { name: '长者版' }).click();
    const problems: string[] = [];
    for (const path of ['/public', '/public/request', '/public/progress', '/public/pledges']) {
      await page.goto(path);
      await page.getByRole('button', { name: '长者版', pressed: true }).waitFor();
      problems.push(...(await accessibilityProblems(page)), ...(await page.evaluate<string[]>(tooSmall)));
    }

    expect(problems).toEqual([]);
  }, 60_000);

  it('is dark from the first paint on where staff chose that, whatever the system says', async () => {
    const { page } = await office.sitDown('clerk');
    await page.getByRole('button', { name: '显示设置' }).click();
    await page.getByText('深色', { exact: true }).click();
    await page.route('**/assets/**', (route) => route.abort()); // so that nothing but the first paint is there

    await page.reload();

    expect(await page.evaluate<string>('document.documentElement.dataset.scheme')).toBe('dark');
  }, 60_000);

  it('files a request once, though the answer got lost and the resident pressed again', async () => {
    const page = await office.browser.newPage({ viewport: telephone, baseURL: office.product.address });
    await page.goto('/public');
    await page.getByRole('link', { name: /反映问题/u }).click();
    await page.getByLabel('什么事').fill('电梯停运');
    await page.getByLabel('详细情况').fill('二单元电梯停运三天');
    await page.getByLabel('不留姓名和电话').check();
    const filed: string[] = [];
    const losing = async (route: Route) => {
      filed.push(((await (await route.fetch()).json()) as { code: string }).code);
      await route.abort();
    };
    await page.route('**/api/v1/public/cases', losing, { times: 1 });
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('alert').waitFor();

    await page.getByRole('button', { name: '提交' }).click();

    await page.getByText('已收到您的诉求').waitFor();
    expect(await page.locator('dd').allTextContents()).toContain(filed[0]);
  }, 60_000);
});

/** Runs in the page: letters below 18 px, and what a thumb would miss. */
const tooSmall = `
  [...document.querySelectorAll('#root *')].flatMap((element) => {
    const { width, height } = element.getBoundingClientRect();
    const letters = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim() !== '');
    const target = element.matches('a, button, input:not([type=checkbox]):not([type=file]), textarea, label:has(input)');
    const name = element.tagName + ' ' + element.textContent.slice(0, 30);
    return [
      letters && width > 1 && !element.closest('[aria-hidden]') && parseFloat(getComputedStyle(element).fontSize) < 18
        ? ['small letters: ' + name] : [],
      target && (width < 44 || height < 44) ? ['small target: ' + name + ' ' + width + ' x ' + height] : [],
    ].flat();
  })
`;
