import type { ReactElement, ReactNode } from 'react';
import styles from './required-mark.module.css';

/** A label with its star behind it; the star is for eyes only, so that the field's name stays the bare word. */
export function requiredMark(label: ReactNode, { required }: { required: boolean }): ReactElement {
  return (
    <>
      {label}
      {required && (
        <span aria-hidden className={styles['star']}>
          *
        </span>
      )}
    </>
  );
}
