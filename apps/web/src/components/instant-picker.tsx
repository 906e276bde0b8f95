import { DatePicker, type DatePickerProps } from 'antd';
import type { ReactElement } from 'react';

/** Picks a day and a time of it, in steps of five minutes. */
export function InstantPicker(props: DatePickerProps): ReactElement {
  return <DatePicker {...props} showTime={{ format: 'HH:mm', minuteStep: 5 }} format="YYYY-MM-DD HH:mm" />;
}
