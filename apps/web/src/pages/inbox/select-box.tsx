import type { ReactElement } from 'react';
import { keyOf } from '../../keys/keys.js';
import { messages } from '../../messages/messages.js';
import styles from './select-box.module.css';

const words = messages.inbox.select;

/** Selects a line; with Shift all from the last one on. */
export function SelectBox(props: {
  readonly code: string;
  readonly selected: boolean;
  readonly onToggle: (range: boolean) => void;
}): ReactElement {
  return (
    <label className={styles['box']}>
      <input
        type="checkbox"
        {...keyOf('list', 'select')}
        aria-label={words.line(props.code)}
        checked={props.selected}
        onChange={({ nativeEvent }) => props.onToggle((nativeEvent as MouseEvent).shiftKey)}
      />
    </label>
  );
}

/** Selects all lines that are shown, or none. */
export function SelectAllBox(props: {
  readonly selected: number;
  readonly all: number;
  readonly onToggle: () => void;
}): ReactElement {
  const { selected, all, onToggle } = props;
  return (
    <label className={styles['box']}>
      <input
        type="checkbox"
        aria-label={words.all}
        checked={all > 0 && selected === all}
        ref={(input) => {
          if (input) input.indeterminate = selected > 0 && selected < all;
        }}
        onChange={onToggle}
      />
    </label>
  );
}
