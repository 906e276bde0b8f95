import { Form, Select } from 'antd';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { useDraftPledge } from '../../api/pledges.js';
import { useMe } from '../../api/session.js';
import { useUnitsBelow } from '../../api/unit-records.js';
import { FormDialog } from '../../components/form-dialog.js';
import { given } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import { contentFrom, PledgeFields, type PledgeValues } from './pledge-fields.js';

const words = messages.pledge;

type Values = PledgeValues & { readonly unit: string };

/** Drafts a pledge of one's own unit or of one right below. */
export function DraftDialog({ onClose }: { onClose: () => void }): ReactElement {
  const navigate = useNavigate();
  const own = useMe().units.map(({ id }) => id);
  const units = useUnitsBelow(own);
  return (
    <FormDialog
      title={words.draft}
      act={useDraftPledge()}
      initial={own[0] === undefined ? {} : { unit: own[0] }}
      toAct={({ unit, ...values }: Values) => ({ unit, ...contentFrom(values) })}
      onDone={({ id }) => void navigate(`/pledges/${id}`)}
      onClose={onClose}
      width={600}
    >
      {(refused) => (
        <>
          <Form.Item name="unit" label={words.unit} rules={given(messages.missing.fill(words.unit))}>
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              loading={units.isPending}
              options={(units.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            />
          </Form.Item>
          <PledgeFields refused={refused} />
        </>
      )}
    </FormDialog>
  );
}
