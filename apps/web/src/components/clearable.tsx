import { CloseCircleFilled } from '@ant-design/icons';
import { messages } from '../messages/messages.js';

/** As `allowClear` of a list of choices: antd names its button in English, whatever the page speaks. */
export const clearable = { label: messages.act.clear, clearIcon: <CloseCircleFilled aria-hidden /> };
