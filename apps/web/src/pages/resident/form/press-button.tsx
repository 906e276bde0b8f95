import type { ReactElement, ReactNode } from 'react';
import styles from './form.module.css';

interface Props {
  /** Sends the form around it; without, it does what `onPress` says. */
  readonly sends?: boolean;
  readonly primary?: boolean;
  /** While an answer is awaited a second press does nothing. */
  readonly pending?: boolean;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}

/** A button large enough for a thumb; it keeps the focus while an answer is awaited. */
export function PressButton({ sends, primary, pending = false, onPress, children }: Props): ReactElement {
  return (
    <button
      type={sends ? 'submit' : 'button'}
      className={styles[primary ? 'primary' : 'plain']}
      aria-busy={pending}
      aria-disabled={pending}
      onClick={(event) => {
        if (pending) event.preventDefault();
        else onPress?.();
      }}
    >
      {children}
    </button>
  );
}
