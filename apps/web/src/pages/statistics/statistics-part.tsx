import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import styles from './statistics-page.module.css';

/** A heading, what is to be known of the table below it, and the table. */
export function Part(props: { readonly title: string; readonly note?: string; children: ReactNode }): ReactElement {
  return (
    <section className={styles['part']}>
      <h2 className={styles['heading']}>{props.title}</h2>
      {props.note !== undefined && <p className={styles['note']}>{props.note}</p>}
      {props.children}
    </section>
  );
}

/** What a query gave, or that it is on its way, or why it failed. */
export function Loaded<T>(props: { query: UseQueryResult<T>; children: (data: T) => ReactNode }): ReactElement {
  const { data, error, isError, refetch } = props.query;
  if (data !== undefined) return <>{props.children(data)}</>;
  return isError ? <Failure error={error} onRetry={() => void refetch()} /> : <Loading />;
}
