import { expect, it } from '@jest/globals';
import { browserSuite } from './browser-suite.js';
import { claim, dialogOf, openFrom, pick, register, rowOf } from './desk.js';

/** The browser is a day behind the district at any time. */
const zones = { district: 'Pacific/Kiritimati', browser: 'Pacific/Niue' };

browserSuite(
  'the clock of a case',
  (office) => {
    let code: string;

    it('is extended, stopped and started again by the clerk who holds the case', async () => {
      const { page, complaints } = await office.sitDown('clerk');
      code = await register(page, '新华社区门口路灯损坏需等待备件');
      await claim(page, code);

      const extension = await dialogOf(page, '延期');
      await extension.getByLabel('延长时间').fill('2');
      await extension.getByLabel('延期理由').fill('等待备件到货，已告知诉求人。');
      await extension.getByRole('button', { name: '提交' }).click();
      await page.getByText('已延期。').waitFor();

      const suspension = await dialogOf(page, '挂起');
      await suspension.getByRole('button', { name: '提交' }).click();
      await suspension.getByText('请选择挂起原因').waitFor();
      await pick(page, suspension.getByLabel('挂起原因'), '等待诉求人补充材料（最长 30 天）');
      await suspension.getByLabel('情况说明').fill('需诉求人提供产权证。');
      await suspension.getByRole('button', { name: '提交' }).click();
      await page.getByText('已挂起。').waitFor();
      await page.getByText(/^暂停/u).first().waitFor();

      const resumption = await dialogOf(page, '恢复');
      await resumption.getByLabel('恢复说明').fill('材料已补齐。');
      await resumption.getByRole('button', { name: '提交' }).click();
      await page.getByText('已恢复。').waitFor();
      await page.getByRole('button', { name: '挂起' }).waitFor();
      await page.getByRole('tab', { name: '流转记录' }).click();
      await page.getByText('等待备件到货，已告知诉求人。').first().waitFor();
      expect(complaints).toEqual([]);
    }, 90_000);

    it('is told of the rule when it is asked for too much', async () => {
      const { page } = await office.sitDown('clerk');
      await openFrom(page, '待办', code);

      const again = await dialogOf(page, '延期');
      await again.getByLabel('延期理由').fill('仍需等待。');
      await again.getByRole('button', { name: '提交' }).click();

      await again.getByRole('alert').getByText('此环节已经延期，不能再次延期。').waitFor();
    }, 60_000);

    it('is pressed for by the head of the station, once a day', async () => {
      const { page, complaints } = await office.sitDown('station-head');
      await page.getByRole('link', { name: '诉求查询' }).click();
      await rowOf(page, code).getByRole('link').first().click();
      const urge = async (): Promise<void> => {
        const dialog = await dialogOf(page, '催办');
        await dialog.getByLabel('催办内容').fill('请今日内反馈进展。');
        await dialog.getByRole('button', { name: '提交' }).click();
      };
      await urge();
      await page.getByText('已催办。').waitFor();
      expect(complaints).toEqual([]);

      await urge();
      await page.getByRole('alert').getByText('今天已经催办过，请明天再催办。').waitFor();
    }, 60_000);

    it('ends when the clerk who registered the case takes it back', async () => {
      const { page, complaints } = await office.sitDown('clerk');
      await openFrom(page, '待办', code);
      const dialog = await dialogOf(page, '撤回');
      await dialog.getByLabel('撤回原因').fill('重复登记。');
      await dialog.getByRole('button', { name: '提交' }).click();

      await page.getByText('已撤回。').waitFor();
      await page.getByText('当前没有进行中的环节。').waitFor();
      expect(complaints).toEqual([]);
    }, 60_000);

    it('is the clock of the district, wherever the browser is', async () => {
      const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: zones.district }).format(Date.now());
      const before = today();
      const { page, complaints } = await office.sitDown('clerk');
      await page.goto('/cases');
      const line = await rowOf(page, code).innerText();

      await page.goto('/absences');
      const from = page.getByLabel('开始时间');
      await from.click();
      await page.getByText('此刻').click();
      const picked = await from.inputValue();

      const days = [before, today()]; // it may be midnight there just now
      expect(days.map((day) => day.slice(5))).toContain(/\d\d-\d\d(?= \d\d:)/u.exec(line)?.[0]);
      expect(days).toContain(picked.slice(0, 10));
      expect(complaints).toEqual([]);
    }, 60_000);
  },
  zones,
);
