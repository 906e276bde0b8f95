import zhCN from 'antd/locale/zh_CN';
// antd asks dayjs for the names of months and days, and for the first day of the week.
import 'dayjs/locale/zh-cn.js';

/** What antd says in Chinese. */
export const widgets = zhCN;
