import { Alert, Button, Form, Input, InputNumber } from 'antd';
import type { ReactElement } from 'react';
import type { PledgeReview, PledgeReviewLine } from '../../api/model.js';
import { useReviewAct } from '../../api/pledge-reviews.js';
import { useFormAct } from '../../hooks/use-form-act.js';
import { messages } from '../../messages/messages.js';
import styles from './pledge.module.css';

const words = messages.pledgeReview;

/** Counts of delegates, each field of the form with its heading. */
const counts = [
  { name: ['kept'], label: words.kept },
  { name: ['partly'], label: words.partly },
  { name: ['notKept'], label: words.notKept },
  ...[0, 1, 2, 3, 4].map((index) => ({ name: ['grades', index], label: words.grade(index + 1) })),
];

type Line = Pick<PledgeReviewLine, 'kept' | 'partly' | 'notKept' | 'grades' | 'remark'>;

interface Values {
  readonly lines: readonly Line[];
}

/** The table in which the votes of the delegates are entered, field by field from the keyboard. */
export function VoteForm({ review }: { review: PledgeReview }): ReactElement {
  const act = useReviewAct(review.id);
  const { props, refusal } = useFormAct<Values, Parameters<typeof act.mutate>[0], PledgeReview>({
    act,
    toAct: ({ lines }) => ({
      act: 'vote',
      lines: review.lines.flatMap(({ pledgeId }, index) => {
        const line = lines[index];
        return line && isEntered(line) ? [{ pledge: pledgeId, ...line }] : [];
      }),
    }),
    done: words.saved,
    onDone: () => {},
  });
  return (
    <Form<Values> {...props} initialValues={{ lines: review.lines.map(lineOf) }}>
      <div className={`sheet ${styles['votes']}`}>
        <table>
          <caption className="unseen">{words.votes}</caption>
          <thead>
            <tr>
              <th scope="col">{words.item}</th>
              {counts.map(({ label }) => (
                <th key={label} scope="col">
                  {label}
                </th>
              ))}
              <th scope="col">{words.lineRemark}</th>
            </tr>
          </thead>
          <tbody>
            {review.lines.map((line, index) => (
              <Row key={line.pledgeId} line={line} at={index} most={review.delegates} />
            ))}
          </tbody>
        </table>
        <div className={styles['foot']}>
          <Button type="primary" htmlType="submit" loading={act.isPending}>
            {words.save}
          </Button>
          {refusal !== undefined && <Alert type="error" showIcon role="alert" title={refusal} />}
        </div>
      </div>
    </Form>
  );
}

function Row({ line, at, most }: { line: PledgeReviewLine; at: number; most: number }): ReactElement {
  return (
    <tr>
      <th scope="row">
        <p>{line.title}</p>
        <p className={styles['grey']}>{line.result ?? words.notFinished}</p>
        <Form.Item noStyle shouldUpdate>
          {({ getFieldValue }) => <Sums of={getFieldValue(['lines', at]) as Line | undefined} most={most} />}
        </Form.Item>
      </th>
      {counts.map(({ name, label }) => (
        <td key={label} data-label={label}>
          <Form.Item name={['lines', at, ...name]}>
            <InputNumber
              className={styles['count'] ?? ''}
              aria-label={words.cellOf(line.title, label)}
              min={0}
              max={most}
              precision={0}
              controls={false}
              onFocus={(event) => event.target.select()}
            />
          </Form.Item>
        </td>
      ))}
      <td className={styles['remark']} data-label={words.lineRemark}>
        <Form.Item name={['lines', at, 'remark']}>
          <Input aria-label={words.cellOf(line.title, words.lineRemark)} maxLength={500} />
        </Form.Item>
      </td>
    </tr>
  );
}

/** How many delegates voted and scored so far. */
function Sums({ of: line, most }: { of: Line | undefined; most: number }): ReactElement | null {
  if (!line) return null;
  const [votes, scores] = [votesOf(line), scoresOf(line)];
  return <p className={votes > most || scores > most ? styles['bad'] : styles['grey']}>{words.sums(votes, scores)}</p>;
}

function lineOf({ kept, partly, notKept, grades, remark }: PledgeReviewLine): Line {
  return { kept, partly, notKept, grades: [...grades], remark };
}

/** A line without any count is not sent: its pledge is still to be voted on. */
function isEntered(line: Line): boolean {
  return votesOf(line) + scoresOf(line) > 0;
}

function votesOf({ kept, partly, notKept }: Line): number {
  return kept + partly + notKept;
}

function scoresOf({ grades }: Line): number {
  return grades.reduce((sum, each) => sum + each, 0);
}
