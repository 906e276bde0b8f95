import { useEffect, useRef, type KeyboardEvent, type ReactElement } from 'react';
import { messages } from '../../messages/messages.js';
import styles from './act-sheet.module.css';

interface Props {
  readonly title: string;
  readonly acts: readonly { readonly name: string; readonly act: () => void }[];
  readonly onClose: () => void;
}

/** Acts one under the other, from the foot of a phone; a touch beside them closes it. */
export function ActSheet({ title, acts, onClose }: Props): ReactElement {
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.showModal(), []);
  // Closed before the act: the focus goes back to the button from which the act's dialog then takes it.
  const close = (then?: () => void) => {
    sheet.current?.close();
    onClose();
    then?.();
  };
  return (
    <dialog
      ref={sheet}
      className={styles['sheet']}
      aria-label={title}
      onCancel={() => close()}
      onClick={(event) => event.target === sheet.current && close()}
    >
      <p className={styles['title']}>{title}</p>
      <div role="menu" aria-label={messages.caseAct.more} className={styles['acts']} onKeyDown={moveFocus}>
        {acts.map(({ name, act }) => (
          <button key={name} type="button" role="menuitem" className={styles['act']} onClick={() => close(act)}>
            {name}
          </button>
        ))}
      </div>
      <button type="button" className={styles['close']} onClick={() => close()}>
        {messages.act.cancel}
      </button>
    </dialog>
  );
}

function moveFocus({ key, currentTarget }: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[key];
  if (step === undefined) return;
  const items = [...currentTarget.querySelectorAll<HTMLElement>('[role="menuitem"]')];
  const at = items.findIndex((item) => item === document.activeElement);
  items[(at + step + items.length) % items.length]?.focus();
}
