import { expect, it } from '@jest/globals';
import { telephone } from '../support/browser.js';
import { before } from './before.js';
import { browserSuite } from './browser-suite.js';
import { choose, claim, decide, dialogOf, openBox, openFrom, pick, register, rowOf, submit } from './desk.js';

browserSuite('a day of an officer with a telephone', (office) => {
  const atHand = () => office.sitDown('officer', telephone);
  let code: string;

  it('begins with what the street sends to the department', async () => {
    const clerk = await office.sitDown('clerk');
    code = await register(clerk.page, '人行道塌陷并影响通行');
    await clerk.page.reload();
    await clerk.page.getByLabel('标题').fill('人行道塌陷影响通行');
    await clerk.page.getByLabel('诉求内容').fill('东门两盏路灯不亮，老人夜间出行不便。');
    await clerk.page.getByRole('link', { name: '人行道塌陷并影响通行' }).waitFor(); // it is there already
    await claim(clerk.page, code);
    await decide(clerk.page, '上报', '超出本级职责权限，提请协调。');
    expect(clerk.complaints).toEqual([]);

    const { page, complaints } = await office.sitDown('street');
    await claim(page, code);
    await page.getByRole('button', { name: '派单', exact: true }).click();
    await choose(page, page.getByRole('dialog').getByLabel('承办部门'), '城市管理局');
    await page.getByRole('dialog').getByLabel('办理意见').fill('请现场核实。');
    await submit(page, '已提交“派单”');
    expect(complaints).toEqual([]);
  }, 90_000);

  it('claims several cards at once', async () => {
    const clerk = before((await office.sitDown('clerk')).page);
    const street = before((await office.sitDown('street')).page);
    const others: string[] = [];
    for (const title of ['护栏倾斜', '树枝压线', '路牌脱落']) {
      const other = await clerk.register(title);
      await clerk.claim(other, { outcome: 'escalate', opinion: '超出本级职责权限。' });
      const variables = { chosenDepartment: 'dept-urban' };
      await street.claim(other, { outcome: 'route', opinion: '请按职责办理。', variables });
      others.push(other);
    }
    const { page, complaints } = await atHand();
    await openBox(page, '待签收');
    for (const other of others) await page.getByRole('checkbox', { name: `选择 ${other}` }).check();
    const bar = page.getByRole('region', { name: '批量操作' });
    await bar.getByText('已选 3 件').waitFor();
    await bar.getByRole('button', { name: '签收' }).click();
    await page.getByText('已签收 3 件。').waitFor();
    await openBox(page, '待办');
    for (const other of others) await rowOf(page, other).waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);

  it('claims the card, asks for two more days, and tells why', async () => {
    const { page, complaints } = await atHand();
    await claim(page, code);
    await page.getByText('剩 15 个工作日').first().waitFor();
    const extension = await dialogOf(page, '延期');
    await extension.getByLabel('延长时间').fill('2');
    await submit(page, '请填写说明');
    await extension.getByLabel('延期理由').fill('等待封路许可，已告知诉求人。');
    await submit(page, '已延期。');
    await page.getByText('剩 17 个工作日').first().waitFor();
    await page.getByRole('tab', { name: '流转记录' }).click();
    await page.getByText('等待封路许可，已告知诉求人。').first().waitFor();
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(telephone.width);
    expect(complaints).toEqual([]);
  }, 60_000);

  it('is helped with by another department, whose answer the lead waits for', async () => {
    const lead = await atHand();
    await openFrom(lead.page, '待办', code);
    const dialog = await dialogOf(lead.page, '协办');
    await dialog.getByRole('button', { name: '提交' }).click();
    await dialog.getByText('请选择单位').waitFor();
    await choose(lead.page, dialog.getByLabel('协办单位'), '交通运输局');
    await dialog.getByLabel('协办要求').fill('请提供封路方案。');
    await submit(lead.page, '已协办。');
    const sides = lead.page.getByRole('region', { name: '协办与督办' });
    await sides.getByText('等待答复').waitFor();

    await lead.page.getByRole('button', { name: '办结', exact: true }).click();
    const completion = lead.page.getByRole('dialog');
    await completion.getByLabel('办理意见').fill('已修复。');
    await completion.getByRole('button', { name: '提交', exact: true }).click();
    await completion.getByText('交通运输局尚未反馈，请等待。').waitFor();

    const helper = await office.sitDown('officer6');
    await claim(helper.page, code);
    await decide(helper.page, '反馈', '封路方案已报送。');
    expect(helper.complaints).toEqual([]);
    await lead.page.reload();
    await sides.getByText('封路方案已报送。', { exact: false }).waitFor();
    // Only the refusal above: the browser itself complains of it.
    expect(lead.complaints.filter((complaint) => !complaint.includes('409'))).toEqual([]);
  }, 120_000);

  it('asks two departments for a joint opinion, which one signs and one does not', async () => {
    const { page, complaints } = await atHand();
    await openFrom(page, '待办', code);
    const dialog = await dialogOf(page, '会签');
    await choose(page, dialog.getByLabel('征求意见的单位'), '交通运输局');
    await choose(page, dialog.getByLabel('征求意见的单位'), '住房和城乡建设局');
    await page.keyboard.press('Escape');
    await dialog.getByLabel('会签内容').fill('修复方案请会签。');
    await submit(page, '已会签。');

    for (const [username, outcome, opinion] of [
      ['officer6', 'signed', '无意见'],
      ['officer2', 'dissented', '塌陷处属小区内部道路'],
    ] as const) {
      const asked = await office.sitDown(username);
      await before(asked.page).claim(code, { outcome, opinion });
    }
    await page.reload();
    const sides = page.getByRole('region', { name: /会签/u });
    await sides.getByText('无意见', { exact: false }).waitFor();
    await sides.getByText('塌陷处属小区内部道路', { exact: false }).waitFor();
    expect(complaints).toEqual([]);
  }, 90_000);

  it('is returned with its legal basis, which the street reads before it grants it', async () => {
    const lead = await atHand();
    await openFrom(lead.page, '待办', code);
    const dialog = await dialogOf(lead.page, '退单');
    await dialog.getByLabel('法规或职责依据').fill('“三定”规定第四条');
    await choose(lead.page, dialog.getByLabel('建议承办单位'), '住房和城乡建设局');
    await dialog.getByLabel('佐证材料').fill('现场照片三张');
    await dialog.getByLabel('退单理由').fill('塌陷处属小区内部道路。');
    await submit(lead.page, '已退单。');
    expect(lead.complaints).toEqual([]);

    const { page, complaints } = await office.sitDown('street');
    await claim(page, code);
    await page.getByText('依据：“三定”规定第四条').first().waitFor();
    await decide(page, '同意退单', '理由成立，同意改派。');
    expect(complaints).toEqual([]);
    const receiver = await office.sitDown('officer2', telephone);
    await claim(receiver.page, code);
    await receiver.page.getByText('剩 17 个工作日').first().waitFor(); // the term goes on as it was extended
    expect(receiver.complaints).toEqual([]);
  }, 120_000);

  it('is supervised: the order stands in the list and in the inbox of who must answer', async () => {
    const { page, complaints } = await office.sitDown('supervisor');
    await page.getByRole('link', { name: '诉求查询' }).click();
    await rowOf(page, code).getByRole('link').first().click();
    const dialog = await dialogOf(page, '督办');
    await pick(page, dialog.getByLabel('督办事由'), '领导批示');
    await dialog.getByLabel('督办要求').fill('五个工作日内报告进展。');
    await submit(page, '已督办。');
    await page.getByRole('link', { name: '督办', exact: true }).click();
    await rowOf(page, code).getByText('等待答复').waitFor();
    expect(complaints).toEqual([]);

    const holder = await office.sitDown('officer2', telephone);
    await holder.page
      .getByRole('link', { name: /^待签收/u })
      .first()
      .click();
    await rowOf(holder.page, code).getByText('督办答复').waitFor();
  }, 90_000);

  it('is called back about by the general office, which takes down what the resident says', async () => {
    const holder = await office.sitDown('officer2', telephone);
    await openFrom(holder.page, '待办', code);
    const completion = await dialogOf(holder.page, '办结');
    await completion.getByLabel('办理意见').fill('已修复。');
    await pick(holder.page, completion.getByLabel('处置方式'), '研究制定完善政策');
    await completion.getByText('限期研究制定政策', { exact: false }).waitFor();
    await completion.getByLabel('答复诉求人').fill('人行道已修复，请找王工13900001111。');
    await completion.getByRole('button', { name: '提交', exact: true }).click();
    await completion.getByText('答复中有他人的手机、证件或银行卡号码，请删去').waitFor();
    await completion.getByLabel('答复诉求人').fill('人行道已修复，管护办法正在制定。');
    await submit(holder.page, '已提交“办结”');
    await holder.page.getByRole('region', { name: '协办、会签、督办与后续跟踪' }).getByText('制度完善').waitFor();
    await holder.page.getByText('人行道已修复，管护办法正在制定。').first().waitFor();
    const { page, complaints } = await office.sitDown('general');
    await claim(page, code);
    const dialog = await dialogOf(page, '记录评价');
    await dialog.getByRole('button', { name: '提交' }).click();
    await dialog.getByText('请选择一项').waitFor();
    await dialog.getByRole('radio', { name: '满意', exact: true }).check();
    await dialog.getByRole('radio', { name: '已解决' }).check();
    await submit(page, '已记录评价。');
    await decide(page, '回访完成', '诉求人表示满意。');
    expect(complaints).toEqual([]);
  }, 90_000);
});
