import enGB from 'antd/locale/en_GB';
import 'dayjs/locale/en-gb.js';

/** What antd says in English; British, as its weeks begin on Monday too. */
export const widgets = enGB;
