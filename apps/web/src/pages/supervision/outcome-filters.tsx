import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useState, type Dispatch, type ReactElement, type SetStateAction } from 'react';
import { useSearchParams } from 'react-router';
import type { OutcomeFilter } from '../../api/outcome-filter.js';
import { clearable } from '../../components/clearable.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './supervision-page.module.css';
import { UnitFilter } from './unit-filter.js';

const words = pageWords.supervision;
const format = 'YYYY-MM-DD';

/** A filter to begin with: the state that the address names, where it is one. */
export function useAskedFilter<State extends string>(
  states: Readonly<Record<State, string>>,
): [OutcomeFilter<State>, Dispatch<SetStateAction<OutcomeFilter<State>>>] {
  const [search] = useSearchParams();
  return useState<OutcomeFilter<State>>(() => {
    const asked = Object.keys(states).find((state) => state === search.get('state'));
    return asked === undefined ? {} : { state: asked as State };
  });
}

/** State, unit and period of a list of bulletins or talks. */
export function OutcomeFilters<State extends string>(props: {
  label: string;
  states: Readonly<Record<State, string>>;
  filter: OutcomeFilter<State>;
  onChange: (filter: OutcomeFilter<State>) => void;
}): ReactElement {
  const { filter, onChange } = props;
  const { state, unit, from, to } = filter;
  const change = (part: { [Key in keyof OutcomeFilter<State>]: OutcomeFilter<State>[Key] | undefined }) =>
    onChange(Object.fromEntries(Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined)));
  const states = Object.entries<string>(props.states).map(([value, label]) => ({ value: value as State, label }));
  return (
    <div className={styles['filter']}>
      <Select<State>
        allowClear={clearable}
        className={styles['state'] ?? ''}
        aria-label={props.label}
        placeholder={messages.state.all}
        value={state ?? null}
        options={states}
        onChange={(value: State | undefined) => change({ state: value })}
      />
      <UnitFilter value={unit} onChange={(value) => change({ unit: value })} />
      <DatePicker.RangePicker
        aria-label={words.period}
        value={from !== undefined && to !== undefined ? [dayjs(from), dayjs(to)] : null}
        onChange={(days) => change({ from: days?.[0]?.format(format), to: days?.[1]?.format(format) })}
      />
    </div>
  );
}
