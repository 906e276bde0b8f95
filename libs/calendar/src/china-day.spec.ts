import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { chinaDay, hasNotice } from './china-day.js';
import { parseDate } from './civil-day.js';

/** Written by hand from the notices of the General Office of the State Council (page on gov.cn beside each year). */
const NOTABLE: readonly [date: string, reason: string, name: string | undefined][] = [
  // 2011: zwgk/2010-12/10/content_1762643.htm
  ['2011-01-30', 'make-up', '春节'],
  ['2011-02-12', 'make-up', '春节'],
  ['2011-04-02', 'make-up', '清明'],
  ['2011-10-07', 'holiday', '国庆节'],
  // 2012: zwgk/2011-12/06/content_2012097.htm; its New Year reaches back into 2011
  ['2011-12-31', 'make-up', '元旦'],
  ['2012-01-21', 'make-up', '春节'],
  ['2012-01-27', 'holiday', '春节'],
  ['2012-04-28', 'make-up', '劳动节'],
  // 2013: zwgk/2012-12/10/content_2286598.htm
  ['2013-01-05', 'make-up', '元旦'],
  ['2013-06-09', 'make-up', '端午'],
  ['2013-10-12', 'make-up', '国庆节'],
  // 2014: zwgk/2013-12/11/content_2546204.htm
  ['2014-01-26', 'make-up', '春节'],
  ['2014-05-04', 'make-up', '劳动节'],
  ['2014-10-07', 'holiday', '国庆节'],
  // 2015: zhengce/content/2014-12/16/content_9302.htm, and 2015-05/13/content_9742.htm for September
  ['2015-01-04', 'make-up', '元旦'],
  ['2015-09-03', 'holiday', '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日'],
  ['2015-09-06', 'make-up', '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日'],
  // 2016: zhengce/content/2015-12/10/content_10394.htm
  ['2016-02-14', 'make-up', '春节'],
  ['2016-06-12', 'make-up', '端午'],
  ['2016-09-18', 'make-up', '中秋'],
  // 2017: zhengce/content/2016-12/01/content_5141603.htm
  ['2017-01-22', 'make-up', '春节'],
  ['2017-04-01', 'make-up', '清明'],
  ['2017-09-30', 'make-up', '国庆节'],
  // 2018: zhengce/content/2017-11/30/content_5243579.htm
  ['2018-02-24', 'make-up', '春节'],
  ['2018-04-28', 'make-up', '劳动节'],
  // 2019: xinwen/2018-12/06/content_5346287.htm, and 2019-03/22/content_5375877.htm for May; again back into December
  ['2018-12-29', 'make-up', '元旦'],
  ['2018-12-31', 'holiday', '元旦'],
  ['2019-05-02', 'holiday', '劳动节'],
  ['2019-05-05', 'make-up', '劳动节'],
  ['2019-09-29', 'make-up', '国庆节'],
  // 2020: zhengce/content/2019-11/21/content_5454164.htm, and 2020-01/27/content_5472352.htm, the prolonged Spring Festival
  ['2020-01-19', 'make-up', '春节'],
  ['2020-01-31', 'holiday', '春节'],
  ['2020-02-01', 'holiday', '春节'],
  ['2020-02-03', 'weekday', undefined],
  ['2020-10-08', 'holiday', '国庆节'],
  // 2021: zhengce/content/2020-11/25/content_5564127.htm
  ['2021-02-07', 'make-up', '春节'],
  ['2021-09-18', 'make-up', '中秋'],
  // 2022: zhengce/content/2021-10/25/content_5644835.htm
  ['2022-01-29', 'make-up', '春节'],
  ['2022-10-09', 'make-up', '国庆节'],
  // 2023: zhengce/content/2022-12/08/content_5730844.htm
  ['2023-06-25', 'make-up', '端午'],
  // 2024: zhengce/content/202310/content_6911527.htm; 10 February is New Year's Day by the moon, the 9th was a working day
  ['2024-02-09', 'weekday', undefined],
  ['2024-02-18', 'make-up', '春节'],
  ['2024-05-11', 'make-up', '劳动节'],
  // 2025: zhengce/zhengceku/202411/content_6986383.htm
  ['2025-01-26', 'make-up', '春节'],
  ['2025-10-08', 'holiday', '国庆节'],
  // 2026: zhengce/zhengceku/202511/content_7047091.htm
  ['2026-01-04', 'make-up', '元旦'],
  ['2026-02-28', 'make-up', '春节'],
  ['2026-09-20', 'make-up', '国庆节'],
];

describe('the statutory days of China', () => {
  it.each(NOTABLE)('%s is %s %s', (date, reason, name) => {
    expect(chinaDay(parseDate(date) ?? NaN)).toEqual({
      working: reason === 'make-up' || reason === 'weekday',
      reason,
      ...(name && { name }),
    });
  });

  it('know the years whose notice is in the data', () => {
    expect([2003, 2004, 2010, 2020, 2026].map(hasNotice)).toEqual([false, true, true, true, true]);
    expect(hasNotice(2100)).toBe(false);
  });

  it('come from data that a machine west of Greenwich names in the same way', () => {
    const script = `const { getDayDetail } = require('chinese-days');
      process.stdout.write(JSON.stringify(['2019-10-01', '2018-12-29', '2020-02-02', '2026-12-30']
        .map((date) => { const { name, work } = getDayDetail(date); return name.includes(',') ? work : null; })));`;

    const answers = ['Asia/Shanghai', 'America/Los_Angeles', 'Atlantic/Azores'].map((TZ) =>
      execFileSync(process.execPath, ['-e', script], { env: { ...process.env, TZ }, encoding: 'utf8' }),
    );

    expect(answers).toEqual(Array(3).fill('[false,true,false,null]'));
  });
});
