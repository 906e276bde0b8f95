import { DatePicker, Form, Input, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { NewPledgeReview, PledgeReview, PledgeReviewMeeting, PledgeYear } from '../../api/model.js';
import { useOpenReview, useReviewAct, type ReviewAct } from '../../api/pledge-reviews.js';
import { FormDialog } from '../../components/form-dialog.js';
import { given, written } from '../../format/field-rules.js';
import { districtToday } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './pledge.module.css';

const words = messages.pledgeReview;

interface Values {
  readonly day: Dayjs;
  readonly place: string;
  readonly delegates: number;
  readonly names?: string;
}

/** Takes down the meeting that reviews the pledges of a unit. */
export function OpenReviewDialog({ of: it, onClose }: { of: PledgeYear; onClose: () => void }): ReactElement {
  const navigate = useNavigate();
  return (
    <FormDialog<Values, NewPledgeReview, PledgeReview>
      title={words.titleOf(it.unit, it.year)}
      act={useOpenReview()}
      initial={{ day: dayjs(districtToday()) }}
      toAct={(values) => ({ unit: it.unitId, year: it.year, ...meetingFrom(values) })}
      onDone={({ id }) => void navigate(`/pledge-reviews/${id}`)}
      onClose={onClose}
    >
      <MeetingFields />
    </FormDialog>
  );
}

/** Corrects what was taken down of the meeting. */
export function CorrectDialog({ review: it, onClose }: { review: PledgeReview; onClose: () => void }): ReactElement {
  return (
    <FormDialog<Values, ReviewAct, PledgeReview>
      title={words.correct}
      act={useReviewAct(it.id)}
      initial={{ day: dayjs(it.day), place: it.place, delegates: it.delegates, names: it.names.join('\n') }}
      toAct={(values) => ({ act: 'correct', ...meetingFrom(values) })}
      onClose={onClose}
    >
      <MeetingFields />
    </FormDialog>
  );
}

/** Closes a review, for good. */
export function CloseDialog({ review: it, onClose }: { review: PledgeReview; onClose: () => void }): ReactElement {
  return (
    <FormDialog<{ readonly remark?: string }, ReviewAct, PledgeReview>
      title={words.close}
      submit={words.close}
      intro={<p className={styles['note']}>{words.closeText}</p>}
      act={useReviewAct(it.id)}
      toAct={({ remark = '' }) => ({ act: 'close', remark: remark.trim() })}
      onClose={onClose}
    >
      <Form.Item name="remark" label={words.remark}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  );
}

function MeetingFields(): ReactElement {
  return (
    <>
      <Form.Item name="day" label={words.day} rules={given(messages.missing.fill(words.day))}>
        <DatePicker className={styles['wide'] ?? ''} maxDate={dayjs(districtToday())} />
      </Form.Item>
      <Form.Item name="place" label={words.place} rules={written(messages.missing.fill(words.place))}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="delegates" label={words.delegates} rules={given(messages.missing.fill(words.delegates))}>
        <InputNumber className={styles['wide'] ?? ''} min={1} max={1000} precision={0} />
      </Form.Item>
      <Form.Item name="names" label={words.names} extra={words.namesHint}>
        <Input.TextArea rows={4} />
      </Form.Item>
    </>
  );
}

function meetingFrom({ day, place, delegates, names = '' }: Values): PledgeReviewMeeting {
  const lines = names.split('\n').map((name) => name.trim());
  return {
    day: day.format('YYYY-MM-DD'),
    place: place.trim(),
    delegates,
    names: lines.filter((name) => name !== ''),
  };
}
