import { Button, Input, Modal } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router';
import { useDecideExclusion, useExclusions } from '../../api/exclusions.js';
import type { ExclusionRequest } from '../../api/model.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import { useReturnFocus } from '../../hooks/use-return-focus.js';
import styles from './statistics-page.module.css';

const words = messages.exclusions;

/** Requests to leave cases out of adjusted rates, which wait for somebody who supervises. */
export function ExclusionList(): ReactElement | null {
  const requests = useExclusions().data ?? [];
  const [deciding, setDeciding] = useState<ExclusionRequest>();
  if (requests.length === 0) return null;
  return (
    <section className={styles['part']}>
      <h2 className={styles['heading']}>{words.title}</h2>
      <ul className={`sheet ${styles['requests']}`} aria-label={words.title}>
        {requests.map((each) => (
          <li key={each.id} className={styles['request']}>
            <div>
              <Link to={`/cases/${each.caseId}`}>{words.line(each.code, each.title)}</Link>
              <p className={styles['facts']}>{words.facts(each.unit, each.reason, each.askedBy)}</p>
              <p>{each.opinion}</p>
            </div>
            {each.canDecide && (
              <Button aria-label={words.decideOf(each.code)} onClick={() => setDeciding(each)}>
                {words.decide}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {deciding && <DecisionDialog request={deciding} onClose={() => setDeciding(undefined)} />}
    </section>
  );
}

function DecisionDialog({ request, onClose }: { request: ExclusionRequest; onClose: () => void }): ReactElement {
  useReturnFocus();
  const [opinion, setOpinion] = useState('');
  const [missing, setMissing] = useState(false);
  const decide = useDecideExclusion();
  const submit = (granted: boolean) => {
    if (opinion.trim() === '') setMissing(true);
    else decide.mutate({ id: request.id, granted, opinion: opinion.trim() }, { onSuccess: onClose });
  };
  return (
    <Modal
      open
      title={words.decideOf(request.code)}
      onCancel={onClose}
      footer={[
        <Button key="refuse" loading={decide.isPending} onClick={() => submit(false)}>
          {words.refuse}
        </Button>,
        <Button key="grant" type="primary" loading={decide.isPending} onClick={() => submit(true)}>
          {words.grant}
        </Button>,
      ]}
    >
      <label htmlFor="decision">{words.opinion}</label>
      <Input.TextArea
        id="decision"
        rows={4}
        maxLength={4000}
        value={opinion}
        aria-invalid={missing}
        onChange={(event) => {
          setOpinion(event.target.value);
          setMissing(false);
        }}
      />
      {missing && <p role="alert">{words.opinionMissing}</p>}
      {decide.error && <p role="alert">{problemText(decide.error)}</p>}
    </Modal>
  );
}
