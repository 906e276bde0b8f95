import { Form, Radio, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { useColleaguesOfAny, useHandOverUnitsOfAny } from '../api/case-acts.js';
import { given } from '../format/field-rules.js';
import { messages } from '../messages/messages.js';

const words = messages.caseAct.receiver;

/**
 * To whom tasks are handed: a person, or a unit where that may be; writes `person` or `unit`.
 *
 * @param taskIds one of each unit and step: those of one can go to the same people and units
 */
export function ReceiverFields({ taskIds }: { taskIds: readonly string[] }): ReactElement {
  const [kind, setKind] = useState<'person' | 'unit'>('person');
  const colleagues = useColleaguesOfAny(taskIds);
  const units = useHandOverUnitsOfAny(taskIds);
  const none = !colleagues.isPending && colleagues.people.length === 0;
  return (
    <>
      {units.units.length > 0 && (
        <Form.Item label={words.kind}>
          <Radio.Group
            value={kind}
            onChange={({ target }) => setKind(target.value as typeof kind)}
            options={(['person', 'unit'] as const).map((value) => ({ value, label: words.kinds[value] }))}
          />
        </Form.Item>
      )}
      {kind === 'unit' ? (
        <Form.Item key="unit" name="unit" label={words.unit} extra={words.unitHint} rules={given(words.unitMissing)}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={units.units.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      ) : (
        <Form.Item
          key="person"
          name="person"
          label={words.person}
          extra={none && words.nobody}
          rules={given(words.personMissing)}
        >
          <Select
            loading={colleagues.isPending}
            showSearch={{ optionFilterProp: 'label' }}
            options={colleagues.people.map(({ id, name, post }) => ({
              value: id,
              label: post ? messages.marks.aside(name, post) : name,
            }))}
          />
        </Form.Item>
      )}
    </>
  );
}
