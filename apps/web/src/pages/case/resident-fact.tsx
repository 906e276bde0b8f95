import { Button, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Case, PersonalData } from '../../api/model.js';
import { useReveal } from '../../api/personal-data.js';
import { useMay } from '../../api/session.js';
import { FormDialog } from '../../components/form-dialog.js';
import { written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';

const words = messages.personal;

interface Props {
  readonly case: Case;
  /** What was opened of them, until the page is left. */
  readonly seen: PersonalData | undefined;
  readonly onSeen: (data: PersonalData) => void;
}

/** Who asks, masked; who has to call them opens name and number for a reason that is recorded. */
export function ResidentFact({ case: it, seen, onSeen }: Props): ReactElement {
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const reveal = useReveal(it.id);
  if (!it.resident) return <>{messages.list.anonymous}</>;
  if (seen) return <span role="status">{seen.name}</span>;
  return (
    <>
      {it.resident.name}{' '}
      {may('case.read-personal') && (
        <Button size="small" aria-label={words.showTitle} onClick={() => setAsking(true)}>
          {words.show}
        </Button>
      )}
      {asking && (
        <FormDialog
          title={words.showTitle}
          submit={words.show}
          act={reveal}
          toAct={({ reason }: { reason: string }) => reason.trim()}
          initial={{ reason: '' }}
          onDone={onSeen}
          onClose={() => setAsking(false)}
        >
          <Form.Item
            name="reason"
            label={words.reason}
            extra={words.hint}
            rules={written(messages.missing.fill(words.reason))}
          >
            <Input maxLength={200} list="personal-reasons" autoComplete="off" />
          </Form.Item>
          <datalist id="personal-reasons">
            {words.reasons.map((reason) => (
              <option key={reason} value={reason} />
            ))}
          </datalist>
        </FormDialog>
      )}
    </>
  );
}

/** The telephone number beside it: masked, or as it was opened, to be called at a press. */
export function PhoneFact({ case: it, seen }: Pick<Props, 'case' | 'seen'>): ReactElement {
  if (!seen) return <>{it.resident?.phone ?? messages.casePage.none}</>;
  if (seen.phone === null) return <>{words.noPhone}</>;
  return (
    <span role="status">
      <a href={`tel:${seen.phone}`}>{seen.phone}</a>
    </span>
  );
}
