import { Button, Tag } from 'antd';
import type { ReactElement } from 'react';
import type { Box, InboxChoices, InboxConditions } from '../../api/model.js';
import { useInboxChoices } from '../../api/tasks.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import styles from './filter-chips.module.css';

const words = messages.inbox.filter;

type Condition = keyof InboxConditions;

/** What a list is filtered by, each to be taken off: nobody should wonder why it is short. */
export function FilterChips(props: {
  readonly box: Box;
  readonly conditions: InboxConditions;
  readonly onChange: (conditions: InboxConditions) => void;
}): ReactElement {
  const { box, conditions, onChange } = props;
  const choices = useInboxChoices(box).data;
  const set = Object.keys(conditions).filter((key): key is Condition => conditions[key as Condition] !== undefined);
  const without = (gone: Condition) =>
    onChange(Object.fromEntries(Object.entries(conditions).filter(([key]) => key !== gone)));
  return (
    <section className={styles['chips']} aria-label={words.active}>
      {set.map((key) => {
        const text = textOf(key, conditions, choices);
        return (
          <Tag
            key={key}
            closable={{ 'aria-label': words.remove(text) }}
            onClose={(event) => {
              event.preventDefault();
              without(key);
            }}
          >
            {text}
          </Tag>
        );
      })}
      <Button type="link" size="small" onClick={() => onChange({})}>
        {words.clear}
      </Button>
    </section>
  );
}

function textOf(key: Condition, conditions: InboxConditions, choices: InboxChoices | undefined): string {
  const of = (names: readonly string[] = []) =>
    names.length > 1 ? words.several(names[0] ?? '', names.length) : (names[0] ?? '');
  const named = (codes: readonly string[] = [], known: InboxChoices['units'] = []) =>
    of(codes.map((code) => known.find((choice) => choice.code === code)?.name ?? code));
  switch (key) {
    case 'category':
      return `${words.category}${messages.marks.colon}${named(conditions.category, choices?.categories)}`;
    case 'channel':
      return `${words.channel}${messages.marks.colon}${named(conditions.channel, choices?.channels)}`;
    case 'unit':
      return `${words.unit}${messages.marks.colon}${named(conditions.unit, choices?.units)}`;
    case 'step':
      return `${words.step}${messages.marks.colon}${of(conditions.step)}`;
    case 'light':
      return `${words.light}${messages.marks.colon}${of(conditions.light?.map((light) => messages.light[light]))}`;
    case 'from':
      return words.since(dayText(conditions.from ?? ''));
    case 'to':
      return words.until(dayText(conditions.to ?? ''));
  }
}
