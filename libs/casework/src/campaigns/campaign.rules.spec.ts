import { expect, it } from '@jest/globals';
import { campaignProblems, closedToday } from './campaign.rules.js';

const campaign = {
  code: 'spring',
  name: '春季大接访',
  kind: { code: 'receive', name: '大接访' },
  from: '2026-03-02',
  to: '2026-03-31',
  note: null,
  active: true,
};

it.each([
  ['2026-03-01', '才开始'],
  ['2026-03-02', undefined],
  ['2026-03-31', undefined],
  ['2026-04-01', '已于 2026-03-31 结束'],
])('on %s a campaign of March is %s', (today, why) => {
  const problem = closedToday(campaign, today);
  if (why === undefined) expect(problem).toBeUndefined();
  else expect(problem).toContain(why);
});

it('a campaign that is out of use takes nothing, even in its days', () => {
  expect(closedToday({ ...campaign, active: false }, '2026-03-10')).toContain('已停用');
});

it('a campaign does not end before it begins; one day is enough', () => {
  expect(campaignProblems({ from: '2026-03-02', to: '2026-03-01' })).toMatchObject([{ field: 'values.to' }]);
  expect(campaignProblems({ from: '2026-03-02', to: '2026-03-02' })).toEqual([]);
});
