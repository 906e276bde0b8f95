import { Alert, Button, Form, Input, Radio } from 'antd';
import { useState, type ReactElement } from 'react';
import type { PublicCase } from '../../api/model.js';
import { useResidentRating } from '../../api/residents.js';
import { given } from '../../format/field-rules.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import styles from './resident.module.css';

const words = messages.resident;
/** From very satisfied down. */
const grades = [5, 4, 3, 2, 1] as const;

interface Props {
  readonly code: string;
  readonly queryCode: string;
  /** Hears how the request stands after the rating. */
  readonly onDone: (now: PublicCase) => void;
}

/** Lets a resident say how a closed request was handled. */
export function ResidentRating({ code, queryCode, onDone }: Props): ReactElement {
  const [open, setOpen] = useState(false);
  const rating = useResidentRating();
  if (!open) {
    return (
      <div className={styles['acts']}>
        <Button type="primary" onClick={() => setOpen(true)}>
          {words.rate}
        </Button>
      </div>
    );
  }
  const submit = ({ grade, opinion = '' }: { grade: number; opinion?: string }) =>
    rating.mutate(
      { code, queryCode, grade, opinion: opinion.trim() },
      {
        onSuccess: (now) => {
          setOpen(false);
          onDone(now);
        },
      },
    );
  return (
    <Form layout="vertical" size="large" requiredMark={false} onFinish={submit}>
      <Form.Item name="grade" label={words.grade} rules={given(words.gradeMissing)}>
        <Radio.Group
          className={styles['grades'] ?? ''}
          options={grades.map((value) => ({ value, label: words.grades[value] }))}
        />
      </Form.Item>
      <Form.Item name="opinion" label={words.ratingOpinion}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      {rating.error && (
        <Alert className={styles['alert'] ?? ''} type="warning" showIcon title={problemText(rating.error)} />
      )}
      <div className={styles['acts']}>
        <Button type="primary" htmlType="submit" loading={rating.isPending}>
          {words.rateSubmit}
        </Button>
        <Button onClick={() => (setOpen(false), rating.reset())}>{messages.act.cancel}</Button>
      </div>
    </Form>
  );
}
