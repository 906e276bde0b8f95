import { Form, Input, Select } from 'antd';
import type { ReactElement } from 'react';
import { useChannels, useUnits } from '../../api/reference.js';
import { useMay } from '../../api/session.js';
import { messages } from '../../messages/messages.js';
import styles from './register-form.module.css';

const words = messages.register;

/** How it came in, where it happened, and who starts with it. */
export function OriginFields(): ReactElement {
  const may = useMay();
  const channels = useChannels();
  const knowsUnits = may('organisation.read');
  const stations = useUnits('station', knowsUnits);
  const streets = useUnits('street', knowsUnits);
  const departments = useUnits('department', knowsUnits);
  const complainedOf = [departments, streets, stations].flatMap(({ data }) => data ?? []);
  return (
    <fieldset className={styles['part']}>
      <legend>{words.where}</legend>
      <div className={styles['pair']}>
        <Form.Item
          name="channel"
          label={words.channel}
          rules={[{ required: true, message: words.pick(words.channel) }]}
        >
          <Select
            loading={channels.isPending}
            placeholder={words.channelPlaceholder}
            options={(channels.data ?? []).map(({ code, name }) => ({ value: code, label: name }))}
          />
        </Form.Item>
        <Form.Item name="address" label={words.address}>
          <Input autoComplete="off" placeholder={words.addressPlaceholder} />
        </Form.Item>
      </div>
      {knowsUnits && (
        <div className={styles['pair']}>
          <Form.Item name="station" label={words.station}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              loading={stations.isPending}
              placeholder={words.stationPlaceholder}
              options={(stations.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <Form.Item name="about" label={words.about}>
            <Select
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              loading={departments.isPending}
              placeholder={words.aboutPlaceholder}
              options={complainedOf.map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
        </div>
      )}
    </fieldset>
  );
}
