import type { FormItemProps } from 'antd';

/** How a field of a form says that its content was refused; a screen reader speaks the reason at once. */
export function refusedField(reason: string): Pick<FormItemProps, 'validateStatus' | 'help'> {
  return { validateStatus: 'error', help: <span role="alert">{reason}</span> };
}
