import { Button, DatePicker, Form, Input, Select } from 'antd';
import type dayjs from 'dayjs';
import type { ReactElement } from 'react';
import { useAttachments } from '../../api/attachments.js';
import { useAgree } from '../../api/mediations.js';
import type { Case, CaseTask } from '../../api/model.js';
import { FormDialog } from '../../components/form-dialog.js';
import { given, written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import styles from './agreement-dialog.module.css';

const words = messages.mediation;
const { missing } = messages;

interface Values {
  readonly agreement: string;
  readonly duties: readonly { readonly party: number; readonly what: string; readonly by: dayjs.Dayjs }[];
  readonly paper: string;
  readonly opinion: string;
}

interface Props {
  readonly case: Case;
  readonly task: CaseTask;
  readonly onClose: () => void;
}

/** Takes down on what the parties of a mediation agreed. */
export function AgreementDialog({ case: it, task, onClose }: Props): ReactElement {
  const files = useAttachments(it.id).data ?? [];
  return (
    <FormDialog
      title={words.agreementTitle}
      intro={<p className={styles['intro']}>{words.agreementHint}</p>}
      width={720}
      act={useAgree(it.id)}
      toAct={({ agreement, duties, paper, opinion }: Values) => ({
        agreement: agreement.trim(),
        duties: duties.map(({ party, what, by }) => ({ party, what: what.trim(), by: by.format('YYYY-MM-DD') })),
        paper,
        opinion: opinion.trim(),
        task: task.id,
      })}
      initial={{}}
      done={messages.caseAct.done(words.agreementTitle)}
      onClose={onClose}
    >
      {(refused) => (
        <>
          <Form.Item name="agreement" label={words.agreement} rules={written(missing.fill(words.agreement))}>
            <Input.TextArea rows={5} maxLength={4000} />
          </Form.Item>
          <Duties parties={partiesOf(it, task)} />
          <Form.Item
            name="paper"
            label={words.paper}
            extra={files.length === 0 && words.noPaper}
            rules={given(words.paperMissing)}
          >
            <Select options={files.map(({ id, name }) => ({ value: id, label: name }))} />
          </Form.Item>
          <Form.Item name="opinion" label={words.opinion} rules={written(missing.fill(words.opinion))} {...refused}>
            <Input.TextArea rows={3} maxLength={4000} />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}

function Duties({ parties }: { parties: readonly string[] }): ReactElement {
  const options = parties.map((name, index) => ({ value: index, label: words.party(index, name) }));
  return (
    <Form.List name="duties" initialValue={[{}]}>
      {(fields, { add, remove }) => (
        <fieldset className={styles['duties'] ?? ''}>
          <legend>{words.duties}</legend>
          {fields.map(({ key, name }, index) => (
            <div key={key} className={styles['duty']} role="group" aria-label={words.duty(index + 1)}>
              <Form.Item name={[name, 'party']} label={words.who} rules={given(missing.pick(words.who))}>
                <Select options={options} />
              </Form.Item>
              <Form.Item name={[name, 'what']} label={words.what} rules={written(missing.fill(words.what))}>
                <Input autoComplete="off" maxLength={500} />
              </Form.Item>
              <Form.Item name={[name, 'by']} label={words.until} rules={given(missing.pick(words.until))}>
                <DatePicker />
              </Form.Item>
              {fields.length > 1 && (
                <Button className={styles['remove'] ?? ''} type="text" onClick={() => remove(name)}>
                  {words.remove(index + 1)}
                </Button>
              )}
            </div>
          ))}
          <Button className={styles['add'] ?? ''} onClick={() => add()}>
            {words.add}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

/** A task is named by its process, which is that of its mediation, and its place in it. */
function partiesOf({ sides }: Case, { id }: CaseTask): readonly string[] {
  return sides.find((side) => id.startsWith(`${side.id}.`))?.mediation?.parties ?? [];
}
