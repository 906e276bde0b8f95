import { Button, Form, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { Case, PersonalData } from '../../api/model.js';
import { useReveal } from '../../api/personal-data.js';
import { useMay } from '../../api/session.js';
import { FormDialog } from '../../components/form-dialog.js';
import { written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';

const words = messages.personal;

/** Who asks, masked; who has to call them sees the name and number for a reason that is recorded, until the page is left. */
export function ResidentFact({ case: it }: { case: Case }): ReactElement {
  const may = useMay();
  const [asking, setAsking] = useState(false);
  const [seen, setSeen] = useState<PersonalData>();
  const reveal = useReveal(it.id);
  if (!it.resident) return <>{messages.list.anonymous}</>;
  if (seen)
    return (
      <span role="status">
        {seen.name} {seen.phone === null ? words.noPhone : <a href={`tel:${seen.phone}`}>{seen.phone}</a>}
      </span>
    );
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
          onDone={setSeen}
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
