import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { useCampaigns } from '../../api/campaigns.js';
import { clearable } from '../../components/clearable.js';
import { given } from '../../format/field-rules.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import type { RegisterValues } from './register-values.js';

const words = messages.campaign;

/** For which campaign it comes in; asked where one is running, or where the channel demands one. */
export function CampaignField(): ReactElement | null {
  const form = Form.useFormInstance<RegisterValues>();
  const channel = Form.useWatch('channel', form);
  const chosen = Form.useWatch('campaign', form);
  const { items = [], demandedBy = [] } = useCampaigns().data ?? {};
  const running = items.filter((each) => each.running);
  const demanded = demandedBy.includes(channel ?? '');
  if (!demanded && running.length === 0) return null;
  const { units = [], note = null } = running.find(({ code }) => code === chosen) ?? {};
  const told = [
    ...(units.length > 0 ? [words.units(units.join(messages.marks.list))] : []),
    ...(note === null ? [] : [note]),
  ];
  return (
    <Form.Item
      name="campaign"
      label={words.label}
      extra={running.length === 0 ? words.noneRunning : told.join(messages.marks.clause)}
      rules={demanded ? given(messages.missing.pick(words.label)) : []}
    >
      <Select
        allowClear={clearable}
        placeholder={demanded ? messages.missing.pick(words.label) : words.placeholder}
        options={running.map(({ code, name, from, to }) => ({
          value: code,
          label: words.option(name, dayText(from), dayText(to)),
        }))}
      />
    </Form.Item>
  );
}
