import { Form, Input } from 'antd';
import type { ReactElement } from 'react';
import { useBulletinAct, type BulletinAct } from '../../api/bulletins.js';
import type { Bulletin } from '../../api/model.js';
import { FormDialog } from '../../components/form-dialog.js';
import { written } from '../../format/field-rules.js';
import { pageWords } from '../../messages/page-words.js';
import { AcknowledgeDialog, OpinionDialog } from './opinion-dialogs.js';

const all = pageWords.supervision;
const words = all.bulletin;

export type BulletinDialogKind = BulletinAct['kind'];

interface Props {
  readonly kind: BulletinDialogKind;
  readonly bulletin: Bulletin;
  readonly onClose: () => void;
}

/** Asks for what issuing, dropping or acknowledging a bulletin needs. */
export function BulletinDialog({ kind, bulletin, onClose }: Props): ReactElement {
  const act = useBulletinAct(bulletin.id);
  switch (kind) {
    case 'issue':
      return (
        <FormDialog<{ title: string; text: string }, BulletinAct, unknown>
          title={words.issueOf(bulletin.unit)}
          submit={words.submit}
          initial={{ title: bulletin.title, text: bulletin.text }}
          act={act}
          toAct={({ title, text }) => ({ kind, title: title.trim(), text: text.trim() })}
          onClose={onClose}
          width={560}
        >
          <Form.Item name="title" label={words.heading} rules={written(words.headingMissing)}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="text" label={words.text} rules={written(words.textMissing)}>
            <Input.TextArea rows={8} maxLength={4000} />
          </Form.Item>
        </FormDialog>
      );
    case 'drop':
      return (
        <OpinionDialog<BulletinAct>
          title={words.dropOf(bulletin.unit)}
          label={all.reason}
          missing={all.reasonMissing}
          act={act}
          toAct={(opinion) => ({ kind, opinion })}
          onClose={onClose}
        />
      );
    case 'acknowledge':
      return (
        <AcknowledgeDialog<BulletinAct>
          about={bulletin.title}
          act={act}
          toAct={(opinion) => ({ kind, opinion })}
          onClose={onClose}
        />
      );
  }
}
