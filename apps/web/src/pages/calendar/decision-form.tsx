import { Alert, App, Button, Input, Popconfirm } from 'antd';
import { useState, type ReactElement } from 'react';
import { useChangeCalendar, usePreviewChange } from '../../api/calendars.js';
import type { DayDecision } from '../../api/model.js';
import { problemText } from '../../format/problem-text.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './calendar-page.module.css';
import { NoticeReader } from './notice-reader.js';

const words = pageWords.calendar;

interface Props {
  readonly calendarId: string;
  readonly decisions: readonly DayDecision[];
  readonly onChange: (decisions: readonly DayDecision[]) => void;
}

/** What was decided so far, what it would mean, and on what grounds. */
export function DecisionForm({ calendarId, decisions, onChange }: Props): ReactElement {
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  const preview = usePreviewChange();
  const change = useChangeCalendar();
  const days = [...decisions];
  const failure = change.error ?? preview.error;
  const submit = () =>
    change.mutate(
      { id: calendarId, days, note: note.trim() },
      {
        onSuccess: () => {
          void message.success(words.changed);
          onChange([]);
          setNote('');
          preview.reset();
        },
      },
    );
  return (
    <section className={`sheet ${styles['form']}`} aria-label={words.decisions}>
      <h2 className={styles['month']}>{words.decisions}</h2>
      {days.length === 0 && <p className={styles['hint']}>{words.noDecisions}</p>}
      <NoticeReader onRead={onChange} />
      <ul className={styles['decisions']}>
        {days.map((decision) => (
          <li key={decision.date}>
            <span>{words.decision(dayText(decision.date), decision.working)}</span>
            <Input
              size="small"
              aria-label={words.nameOf(dayText(decision.date))}
              placeholder={words.name}
              maxLength={50}
              value={decision.name}
              onChange={(event) =>
                onChange(decisions.map((it) => (it === decision ? { ...it, name: event.target.value } : it)))
              }
            />
            <Button size="small" type="text" onClick={() => onChange(decisions.filter((it) => it !== decision))}>
              {words.remove}
            </Button>
          </li>
        ))}
      </ul>
      {failure && <Alert type="error" showIcon role="alert" title={problemText(failure)} />}
      {preview.data && <Alert type="info" role="status" title={words.preview(preview.data)} />}
      <div className={styles['acts']}>
        <Input
          aria-label={words.grounds}
          placeholder={words.groundsHint}
          maxLength={200}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <Button loading={preview.isPending} onClick={() => preview.mutate({ id: calendarId, days })}>
          {words.tryOut}
        </Button>
        <Popconfirm
          title={words.confirm}
          okText={messages.act.submit}
          cancelText={messages.act.cancel}
          onConfirm={submit}
          disabled={note.trim() === ''}
        >
          <Button type="primary" disabled={note.trim() === ''} loading={change.isPending}>
            {days.length === 0 ? words.recount : words.apply}
          </Button>
        </Popconfirm>
      </div>
    </section>
  );
}
