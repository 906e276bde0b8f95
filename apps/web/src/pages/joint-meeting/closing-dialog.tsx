import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useFollowUpAct } from '../../api/follow-up.js';
import type { FollowUpItem } from '../../api/model.js';
import { FormDialog } from '../../components/form-dialog.js';
import { written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';

const words = messages.followUp;

/** Asks on what ground a decision is closed. */
export function ClosingDialog(props: { meeting: string; item: FollowUpItem; onClose: () => void }): ReactElement {
  return (
    <FormDialog
      title={words.closeOf(props.item.title)}
      act={useFollowUpAct(props.meeting)}
      toAct={({ opinion }: { opinion: string }) => ({
        kind: 'close' as const,
        topic: props.item.topicId,
        opinion: opinion.trim(),
      })}
      initial={{ opinion: words.closingText }}
      onClose={props.onClose}
    >
      {(refused) => (
        <Form.Item name="opinion" label={words.closingLabel} rules={written(words.closingMissing)} {...refused}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      )}
    </FormDialog>
  );
}
