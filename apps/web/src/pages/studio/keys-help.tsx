import { Button, Popover } from 'antd';
import type { ReactElement } from 'react';
import { drawingWords } from '../../messages/workflow-words.js';
import styles from './studio.module.css';

const words = drawingWords.keys;

/** Which keys draw. */
export function KeysHelp(): ReactElement {
  const list = (
    <dl className={styles['keys']}>
      {words.list.map(([key, does]) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd>{does}</dd>
        </div>
      ))}
    </dl>
  );
  return (
    <Popover trigger="click" title={words.title} content={list}>
      <Button>{words.button}</Button>
    </Popover>
  );
}
