import { Tooltip } from 'antd';
import { useId, type ReactElement, type ReactNode } from 'react';
import styles from './hint.module.css';

/** A word with what it means: on hover, on focus, on a tap, and told by screen readers as its description. */
export function Hint({ text, children }: { text: string; children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <Tooltip title={text} trigger={['hover', 'focus']}>
      <button type="button" className={styles['term']} aria-describedby={id}>
        {children}
        <span id={id} hidden>
          {text}
        </span>
      </button>
    </Tooltip>
  );
}
