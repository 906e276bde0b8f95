import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useChannels } from '../../api/reference.js';
import { useMay } from '../../api/session.js';
import { UnitSelect } from '../../components/unit-select.js';
import { given } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import { AboutPersonFields } from './about-person-fields.js';
import { CampaignField } from './campaign-field.js';
import styles from './register-form.module.css';

const words = messages.register;

/** How it came in, unless that is known, where it happened, and who starts with it. */
export function OriginFields({ channelKnown = false }: { channelKnown?: boolean }): ReactElement {
  const may = useMay();
  const form = Form.useFormInstance();
  const channels = useChannels();
  const knowsUnits = may('organisation.read');
  return (
    <fieldset className={styles['part']}>
      <legend>{words.where}</legend>
      <div className={styles['pair']}>
        <Form.Item
          name="channel"
          label={words.channel}
          hidden={channelKnown}
          rules={given(messages.missing.pick(words.channel))}
        >
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            loading={channels.isPending}
            placeholder={words.channelPlaceholder}
            options={(channels.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="address" label={words.address}>
          <Input autoComplete="off" placeholder={words.addressPlaceholder} />
        </Form.Item>
      </div>
      <CampaignField />
      {knowsUnits && (
        <div className={styles['pair']}>
          <Form.Item name="station" label={words.station}>
            <UnitSelect kinds={['station']} placeholder={words.stationPlaceholder} />
          </Form.Item>
          <Form.Item name="about" label={words.about}>
            <UnitSelect
              kinds={['department', 'street', 'station']}
              placeholder={words.aboutPlaceholder}
              onChange={() => form.setFieldValue('aboutPerson', undefined)} // other people work there
            />
          </Form.Item>
        </div>
      )}
      {knowsUnits && <AboutPersonFields />}
    </fieldset>
  );
}
