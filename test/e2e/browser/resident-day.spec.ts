import { expect, it } from '@jest/globals';
import type { Page, Route } from 'playwright-core';
import { accessibilityProblems } from '../support/accessibility.js';
import { before } from './before.js';
import { browserSuite } from './browser-suite.js';
import { claim, decide } from './desk.js';

/** The two numbers by which a resident finds a request again. */
interface Receipt {
  readonly code: string;
  readonly queryCode: string;
}

browserSuite('a day of residents with a telephone', (office) => {
  let light: Receipt;

  it('begins with a request and its photo, whose numbers are kept', async () => {
    const { page, complaints } = await office.visit();
    await page.goto('/public');
    await page.getByRole('link', { name: /反映问题/u }).click();
    await page.getByLabel('什么事').fill('楼道照明坏了');
    await page.getByLabel('详细情况').fill('三单元一楼照明坏了一周');
    await page.getByLabel('在哪里').fill('向阳路12号');
    await page.getByLabel('怎么称呼您').fill('李阿姨');
    await page.getByLabel('您的电话').fill('13900001111');
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByText('已收到您的诉求').waitFor();
    light = await receiptOn(page);
    const photo = await page.screenshot({ type: 'png' });
    await page.locator('input[type=file]').setInputFiles({ name: '楼道.png', mimeType: 'image/png', buffer: photo });
    await page.getByText('已上传 1 个附件。').waitFor();
    expect(complaints).toEqual([]);
  }, 60_000);

  it('goes on with a look at how far it is, more facts, and one urging a day', async () => {
    const { page, complaints } = await office.visit();
    await page.goto('/public/progress');
    await page.getByLabel('编号').fill(light.code);
    await page.getByLabel('查询码').fill('00000000');
    await page.keyboard.press('Enter');
    await page.getByText('没有查到').waitFor();
    await page.getByLabel('查询码').fill(light.queryCode);
    await page.keyboard.press('Enter');
    await page.getByText('办理经过').waitFor();
    expect(await page.getByText('楼道照明坏了').count()).toBeGreaterThan(0);

    await act(page, '补充情况', '想补充的情况', '二楼的灯也不亮了。');
    await page.getByRole('button', { name: '催办' }).waitFor();
    await act(page, '催办', '想对承办单位说什么', '老人夜里看不清，请尽快。');
    await page.getByText('已催办').waitFor();
    await act(page, '催办', '想对承办单位说什么', '再催一次。');
    await page.getByText('今天已经催办过').waitFor();
    // Only the two refusals above: the browser itself complains of them.
    expect(complaints.filter((complaint) => !/ 4\d\d /u.test(complaint))).toEqual([]);
  }, 60_000);

  it('reaches the station of the address, which sees the photo and what was added, and closes it', async () => {
    const { page, complaints } = await office.sitDown('clerk');
    await claim(page, light.code);
    await page.getByRole('link', { name: '楼道.png' }).first().waitFor();
    await page.getByRole('tab', { name: '流转记录' }).click();
    await page.getByText('二楼的灯也不亮了。').first().waitFor();
    await page.getByRole('tab', { name: '办理', exact: true }).click();
    await decide(page, '办结', '灯具已更换。');
    expect(complaints).toEqual([]);
  }, 90_000);

  it('is called back about, is rated badly, and is therefore taken up again', async () => {
    const resident = await office.visit();
    await lookUp(resident.page, light);
    await resident.page.getByText('工作人员将回访您', { exact: false }).waitFor();
    expect(await resident.page.getByRole('button', { name: '评价办理情况' }).count()).toBe(0); // not closed yet

    const street = before((await office.sitDown('street')).page);
    await street.claim(light.code, { outcome: 'done', opinion: '诉求人表示满意。' });
    await lookUp(resident.page, light);
    await rate(resident.page, '不满意', '二楼的灯仍然不亮。');
    await resident.page.getByText(/^重新办理，交/u).waitFor();
    await resident.page.getByRole('button', { name: '补充情况' }).waitFor(); // it is open again

    const { page, complaints } = await office.sitDown('clerk');
    await claim(page, light.code);
    await page.getByText('二楼的灯仍然不亮。', { exact: false }).first().waitFor();
    await decide(page, '办结', '二楼灯具也已更换。');
    await street.claim(light.code, { outcome: 'done', opinion: '诉求人表示满意。' });
    await lookUp(resident.page, light);
    await rate(resident.page, '非常满意', '');
    await resident.page.getByText('已办结').first().waitFor();
    expect([...resident.complaints, ...complaints]).toEqual([]);
  }, 90_000);

  it('files a request once, though the answer got lost and the resident pressed again, and takes it back', async () => {
    const { page } = await office.visit();
    await page.goto('/public/request');
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
    const lift = await receiptOn(page);
    expect(lift.code).toBe(filed[0]);

    await lookUp(page, lift);
    await act(page, '撤回诉求', '为什么撤回', '物业已修好。');
    await page.getByText('已终止').first().waitFor();
    expect(await page.getByRole('button', { name: '催办' }).count()).toBe(0);
  }, 60_000);

  it('prints a card for the resident, whose code leads to how far the request is', async () => {
    const { page, complaints } = await office.visit();
    await page.goto('/public/request');
    await page.getByLabel('什么事').fill('路面塌陷');
    await page.getByLabel('详细情况').fill('人行道塌陷半米');
    await page.getByLabel('不留姓名和电话').check();
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('button', { name: '打印告知卡' }).waitFor();
    const receipt = await receiptOn(page);

    await page.emulateMedia({ media: 'print' });
    const card = page.getByRole('region', { name: '诉求告知卡' });
    await card.getByText(receipt.queryCode).waitFor();
    await card.locator('svg').waitFor();
    expect(await page.locator('#root').isVisible()).toBe(false);

    await page.emulateMedia({ media: 'screen' });
    await lookUp(page, receipt);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('remembers that a resident wants large letters, and shows every page so', async () => {
    const { page, complaints } = await office.visit();
    await page.goto('/public');
    await page.getByRole('button', { name: '长者版' }).click();
    const problems: string[] = [];
    for (const path of ['/public', '/public/request', '/public/progress', '/public/pledges']) {
      await page.goto(path);
      await page.getByRole('button', { name: '长者版', pressed: true }).waitFor();
      problems.push(...(await accessibilityProblems(page)), ...(await page.evaluate<string[]>(tooSmall)));
    }

    expect(problems).toEqual([]);
    expect(complaints).toEqual([]);
  }, 60_000);
});

/** The numbers that the page tells of what was filed. */
async function receiptOn(page: Page): Promise<Receipt> {
  const [code = '', queryCode = ''] = await page.locator('dd').allTextContents();
  return { code: code.trim(), queryCode: queryCode.trim() };
}

/** Follows what the code on the card says. */
async function lookUp(page: Page, { code, queryCode }: Receipt): Promise<void> {
  await page.goto('about:blank'); // the same address again would not load the page anew
  await page.goto(`/public/progress#code=${code}&queryCode=${queryCode}`);
  await page.getByText('办理经过').waitFor();
}

/** Says how a closed request was handled. */
async function rate(page: Page, grade: string, opinion: string): Promise<void> {
  await page.getByRole('button', { name: '评价办理情况' }).click();
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByText('请选择一项').waitFor();
  await page.getByLabel(grade, { exact: true }).check();
  await page.getByLabel('想说的话', { exact: false }).fill(opinion);
  await page.getByRole('button', { name: '提交评价' }).click();
  await page.getByRole('button', { name: '提交评价' }).waitFor({ state: 'detached' });
}

/** Opens an act of the resident, says something, and sends it. */
async function act(page: Page, name: string, label: string, text: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByLabel(label).fill(text);
  await page.getByRole('button', { name }).click();
}

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
