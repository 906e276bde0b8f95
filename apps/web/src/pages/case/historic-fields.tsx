import { Form, Radio } from 'antd';
import type { ReactElement } from 'react';
import type { CaseActAnswers } from '../../api/case-acts.js';
import { useCase } from '../../api/cases.js';
import { SinceField } from '../../components/since-field.js';
import { messages } from '../../messages/messages.js';

const words = messages.historic;

/** Asks since when a matter stands; of one that is marked, whether the mark is taken off. */
export function HistoricFields({ caseId }: { caseId: string }): ReactElement {
  const form = Form.useFormInstance<CaseActAnswers>();
  const unmark = Form.useWatch('unmark', form) ?? false;
  const marked = useCase(caseId).data?.historic;
  return (
    <>
      {marked && (
        <Form.Item name="unmark" label={words.change} initialValue={false}>
          <Radio.Group
            options={[
              { value: false, label: words.corrected },
              { value: true, label: words.removed },
            ]}
          />
        </Form.Item>
      )}
      {!unmark && <SinceField name="since" initial={marked?.since} />}
    </>
  );
}
