import { Alert, Button, Form } from 'antd';
import { useState, type KeyboardEvent, type ReactElement } from 'react';
import { useRegisterCase } from '../../api/cases.js';
import type { RegisteredCase } from '../../api/model.js';
import { Loading } from '../../components/loading.js';
import { showFieldProblems } from '../../format/field-problems.js';
import { problemText } from '../../format/problem-text.js';
import { isSubmit } from '../../keys/is-submit.js';
import { messages } from '../../messages/messages.js';
import { MatterFields } from './matter-fields.js';
import { OriginFields } from './origin-fields.js';
import { newCaseFrom, type RegisterValues } from './register-values.js';
import { ResidentFields } from './resident-fields.js';
import { SimilarPanel } from './similar-panel.js';
import { useRegisterDraft, type RegisterDraft } from './use-register-draft.js';
import styles from './register-form.module.css';

const words = messages.register;

// Not resetFields: that goes back to the restored draft, not to an empty form.
const clearedFields = (
  [
    'title',
    'text',
    'category',
    'kind',
    'channel',
    'campaign',
    'address',
    'station',
    'about',
    'aboutPerson',
    'aside',
    'anonymous',
    ['historic', 'marked'],
    ['historic', 'since'],
    ['historic', 'reason'],
    ['resident', 'name'],
    ['resident', 'phone'],
    ['resident', 'smsConsent'],
  ] as const
).map((name) => ({ name: name as never, value: undefined, errors: [] }));

/** The form, in the order in which a resident tells it; Ctrl + Enter submits from anywhere. */
export function RegisterForm({ onRegistered }: { onRegistered: (receipt: RegisteredCase) => void }): ReactElement {
  const draft = useRegisterDraft();
  return draft ? <Fields draft={draft} onRegistered={onRegistered} /> : <Loading lines={9} />;
}

function Fields(props: { draft: RegisterDraft; onRegistered: (receipt: RegisteredCase) => void }): ReactElement {
  const { draft, onRegistered } = props;
  const [form] = Form.useForm<RegisterValues>();
  // As it was when the form opened: what comes later does not change what is written here.
  const [first, setFirst] = useState(draft.first);
  const [refusal, setRefusal] = useState<string>();
  const register = useRegisterCase();

  const submit = (values: RegisterValues) => {
    if (register.isPending) return;
    setRefusal(undefined);
    register.mutate(newCaseFrom(values), {
      onSuccess: (receipt) => {
        draft.drop();
        onRegistered(receipt);
      },
      onError: (error) => setRefusal(showFieldProblems(form, error) ? words.refused : problemText(error)),
    });
  };
  const discard = () => {
    draft.drop();
    setFirst(null);
    form.setFields(clearedFields);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isSubmit(event)) return;
    event.stopPropagation(); // an open list would take the option under the cursor
    form.submit();
  };

  return (
    <div className={`sheet ${styles['sheet']}`} onKeyDownCapture={onKeyDown}>
      {first && (
        <Alert
          type="info"
          title={words.draft}
          className={styles['alert'] ?? ''}
          action={
            <Button size="small" onClick={discard}>
              {words.discard}
            </Button>
          }
        />
      )}
      {refusal && <Alert type="error" showIcon role="alert" title={refusal} className={styles['alert'] ?? ''} />}
      <Form
        form={form}
        layout="vertical"
        initialValues={first ?? { urgency: 'normal' }}
        onFinish={submit}
        onValuesChange={(_, values) => draft.write(values)}
        scrollToFirstError={{ focus: true, block: 'center' }}
      >
        <div className={styles['columns']}>
          <MatterFields after={<SimilarPanel form={form} />} />
          <div>
            <ResidentFields />
            <OriginFields />
            <div className={styles['foot']}>
              <Button type="primary" size="large" htmlType="submit" loading={register.isPending}>
                {words.submit}
              </Button>
              <span className={styles['hint']}>{messages.opinion.shortcut}</span>
            </div>
          </div>
        </div>
      </Form>
    </div>
  );
}
