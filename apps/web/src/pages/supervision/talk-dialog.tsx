import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import type { Talk } from '../../api/model.js';
import { useTalkAct, type TalkAct } from '../../api/talks.js';
import { FormDialog } from '../../components/form-dialog.js';
import { InstantPicker } from '../../components/instant-picker.js';
import { given, written } from '../../format/field-rules.js';
import { districtInstant } from '../../format/picked-time.js';
import { pageWords } from '../../messages/page-words.js';
import { AcknowledgeDialog, OpinionDialog } from './opinion-dialogs.js';
import styles from './supervision-page.module.css';

const all = pageWords.supervision;
const words = all.talk;

export type TalkDialogKind = TalkAct['kind'];

interface Props {
  readonly kind: TalkDialogKind;
  readonly talk: Talk;
  readonly onClose: () => void;
}

interface Held {
  readonly heldAt: Dayjs;
  readonly attended: string;
  readonly agreed: string;
  readonly mendBy: Dayjs;
}

/** Asks for what holding, dropping, acknowledging or ending a talk needs. */
export function TalkDialog({ kind, talk, onClose }: Props): ReactElement {
  const act = useTalkAct(talk.id);
  switch (kind) {
    case 'hold':
      return (
        <FormDialog<Held, TalkAct, unknown>
          title={words.holdOf(talk.unit)}
          initial={{ mendBy: dayjs(talk.mendBy) }}
          act={act}
          toAct={({ heldAt, attended, agreed, mendBy }) => ({
            kind,
            heldAt: districtInstant(heldAt),
            attended: attended.trim(),
            agreed: agreed.trim(),
            mendBy: mendBy.format('YYYY-MM-DD'),
          })}
          onClose={onClose}
          width={560}
        >
          <HeldFields />
        </FormDialog>
      );
    case 'acknowledge':
      return (
        <AcknowledgeDialog<TalkAct>
          about={words.about(talk.unit, words.causes[talk.cause])}
          act={act}
          toAct={(opinion) => ({ kind, opinion })}
          onClose={onClose}
        />
      );
    case 'mend':
    case 'drop':
      return (
        <OpinionDialog<TalkAct>
          title={kind === 'mend' ? words.mendOf(talk.unit) : words.dropOf(talk.unit)}
          label={kind === 'mend' ? words.mending : all.reason}
          missing={kind === 'mend' ? words.mendingMissing : all.reasonMissing}
          act={act}
          toAct={(opinion) => ({ kind, opinion })}
          onClose={onClose}
        />
      );
  }
}

function HeldFields(): ReactElement {
  return (
    <>
      <Form.Item name="heldAt" label={words.heldAt} rules={given(words.timeMissing)}>
        <InstantPicker className={styles['wide'] ?? ''} />
      </Form.Item>
      <Form.Item name="attended" label={words.attendedLabel} rules={written(words.attendedMissing)}>
        <Input maxLength={500} placeholder={words.attendedHint} />
      </Form.Item>
      <Form.Item name="agreed" label={words.agreed} rules={written(words.agreedMissing)}>
        <Input.TextArea rows={5} maxLength={4000} />
      </Form.Item>
      <Form.Item name="mendBy" label={words.mendByLabel} rules={given(words.mendByMissing)}>
        <DatePicker className={styles['wide'] ?? ''} />
      </Form.Item>
    </>
  );
}
