import { Button, DatePicker, Drawer, Form, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import type { Box, InboxConditions } from '../../api/model.js';
import { useInboxChoices } from '../../api/tasks.js';
import { clearable } from '../../components/clearable.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import { messages } from '../../messages/messages.js';
import { lights } from './asked-conditions.js';

const words = messages.inbox.filter;
const day = 'YYYY-MM-DD';

interface Props {
  readonly box: Box;
  readonly conditions: InboxConditions;
  readonly onApply: (conditions: InboxConditions) => void;
  readonly onClose: () => void;
}

interface Fields extends Omit<InboxConditions, 'from' | 'to'> {
  readonly from?: Dayjs | null;
  readonly to?: Dayjs | null;
}

/** Asks what a list is filtered by; offers what its lines have. */
export function FilterDrawer({ box, conditions, onApply, onClose }: Props): ReactElement {
  useReturnFocus();
  const choices = useInboxChoices(box);
  const { categories = [], channels = [], units = [], steps = [] } = choices.data ?? {};
  const { from, to, ...codes } = conditions;
  const initial: Fields = { ...codes, ...(from && { from: dayjs(from) }), ...(to && { to: dayjs(to) }) };
  const apply = (next: InboxConditions) => {
    onApply(next);
    onClose();
  };
  const several = (name: keyof InboxConditions, label: string, options: { value: string; label: string }[]) => (
    <Form.Item name={name} label={label}>
      <Select
        mode="multiple"
        allowClear={clearable}
        loading={choices.isPending}
        showSearch={{ optionFilterProp: 'label' }}
        options={options}
      />
    </Form.Item>
  );
  const named = (list: readonly { code: string; name: string }[]) =>
    list.map(({ code, name }) => ({ value: code, label: name }));
  return (
    <Drawer
      open
      size="min(420px, 100vw)"
      title={words.title}
      onClose={onClose}
      closable={{ 'aria-label': messages.admin.close }}
      extra={<Button onClick={() => apply({})}>{words.clear}</Button>}
    >
      <Form<Fields> layout="vertical" initialValues={initial} onFinish={(fields) => apply(conditionsOf(fields))}>
        {several('category', words.category, named(categories))}
        {several(
          'step',
          words.step,
          steps.map((step) => ({ value: step, label: step })),
        )}
        {several('unit', words.unit, named(units))}
        {several(
          'light',
          words.light,
          lights.map((light) => ({ value: light, label: messages.light[light] })),
        )}
        {several('channel', words.channel, named(channels))}
        <Form.Item name="from" label={words.from}>
          <DatePicker />
        </Form.Item>
        <Form.Item name="to" label={words.to}>
          <DatePicker />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {words.apply}
        </Button>
      </Form>
    </Drawer>
  );
}

/** What was filled in; an emptied field is no condition. */
function conditionsOf({ from, to, ...codes }: Fields): InboxConditions {
  const given = Object.entries(codes).filter(([, value]) => Array.isArray(value) && value.length > 0);
  return {
    ...Object.fromEntries(given),
    ...(from && { from: from.format(day) }),
    ...(to && { to: to.format(day) }),
  };
}
