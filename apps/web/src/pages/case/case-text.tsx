import { useLayoutEffect, useRef, useState, type ReactElement } from 'react';
import { messages } from '../../messages/messages.js';
import styles from './case-text.module.css';

const words = messages.casePage;

/** Words of the resident or to the resident; a long letter is folded until asked for. */
export function CaseText({ heading, text }: { heading: string; text: string }): ReactElement {
  const body = useRef<HTMLParagraphElement>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(false);
  useLayoutEffect(() => {
    const element = body.current;
    if (element) setLong(element.scrollHeight > element.clientHeight + 4);
  }, [text]);
  return (
    <section className={styles['text']}>
      <h2 className={styles['heading']}>{heading}</h2>
      <p ref={body} className={open ? styles['body'] : styles['folded']}>
        {text}
      </p>
      {long && (
        <button type="button" className={styles['fold']} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? words.less : words.more}
        </button>
      )}
    </section>
  );
}
