import { Button, InputNumber, Popconfirm, Select } from 'antd';
import type { ReactElement } from 'react';
import { studioWords } from '../../../messages/workflow-words.js';
import { durationText, simpleDuration, type DurationUnit } from '../modeler/duration.js';
import { setTimer, timerOf, type Timer, type TimerKind } from '../modeler/timer.js';
import { ChoiceField, TextField } from './fields.js';
import type { PanelProps } from './panel-props.js';
import styles from './panel.module.css';

const words = studioWords.term;
/** What is put in place of a formula. */
const usual = 'P3D';

/** How long, and by which calendar; `of` names whose time it is. */
export function TimerFields({
  modeler,
  element,
  names,
  of,
}: PanelProps & { readonly of: string }): ReactElement | null {
  const timer = timerOf(element);
  if (!timer) return null;
  const set = (change: Partial<Timer>) => setTimer(modeler.edit, element, change);
  const { calendar, value, kind } = timer;
  const simple = kind === 'timeDuration' ? simpleDuration(value) : undefined;
  const isKnown = calendar === '' || names.calendars.some(({ id }) => id === calendar);
  return (
    <>
      {simple ? (
        <div className={styles['row']}>
          <div className={styles['field']}>
            <InputNumber
              aria-label={words.amountOf(of)}
              className={styles['wide'] ?? ''}
              min={1}
              max={3_650}
              precision={0}
              value={simple.amount}
              onChange={(amount) => {
                if (amount !== null) set({ value: durationText({ ...simple, amount }) });
              }}
            />
          </div>
          <div className={styles['field']}>
            <Select<DurationUnit>
              aria-label={words.unitOf(of)}
              className={styles['wide'] ?? ''}
              value={simple.unit}
              options={Object.entries(words.units).map(([unit, label]) => ({ value: unit as DurationUnit, label }))}
              onChange={(unit) => set({ value: durationText({ ...simple, unit }) })}
            />
          </div>
        </div>
      ) : (
        <>
          <TextField
            label={words.valueOf(of)}
            bare
            rows={2}
            value={value}
            onSave={(text) => set({ value: text.trim() })}
          />
          {kind === 'timeDuration' && (
            <Popconfirm title={words.toSimpleLoses(value)} onConfirm={() => set({ value: usual })}>
              <Button size="small">{words.toSimple}</Button>
            </Popconfirm>
          )}
        </>
      )}
      <ChoiceField
        label={words.calendarOf(of)}
        bare
        value={calendar}
        options={[
          ...names.calendars.map(({ id, name }) => ({ value: id, label: name })),
          { value: '', label: words.noCalendar },
          ...(isKnown ? [] : [{ value: calendar, label: words.byFormula }]),
        ]}
        onSave={(chosen) => set({ calendar: chosen })}
      />
    </>
  );
}

/** A timer event by itself: what kind of time it waits for, too. */
export function TimerKindField({ modeler, element }: PanelProps): ReactElement | null {
  const timer = timerOf(element);
  if (!timer) return null;
  return (
    <ChoiceField
      label={words.kind}
      value={timer.kind}
      options={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))}
      onSave={(kind) => setTimer(modeler.edit, element, { kind: kind as TimerKind })}
    />
  );
}
