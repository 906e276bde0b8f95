import type { FormEvent, ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useStations } from '../../api/stations.js';
import { Loading } from '../../components/loading.js';
import { problemText } from '../../format/problem-text.js';
import { messages } from '../../messages/messages.js';
import formStyles from './form/form.module.css';
import { Notice } from './form/notice.js';
import { PressButton } from './form/press-button.js';
import { ResidentFrame } from './resident-frame.js';
import resident from './resident.module.css';
import styles from './station.module.css';

const words = messages.station;

/** Stations to choose from, by a part of their name or address. */
export function StationsPage(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const q = search.get('q') ?? '';
  const list = useStations(q);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const find = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const asked = new FormData(event.currentTarget).get('q');
    const text = typeof asked === 'string' ? asked.trim() : '';
    setSearch(text === '' ? {} : { q: text }, { replace: true });
  };
  return (
    <ResidentFrame title={words.title}>
      <div className={`${resident['stack']} ${resident['tall']}`}>
        <form role="search" className={formStyles['field']} onSubmit={find}>
          <label htmlFor="station-search">{words.search}</label>
          <div className={styles['search']}>
            <input
              id="station-search"
              name="q"
              type="search"
              maxLength={50}
              className={formStyles['box']}
              defaultValue={q}
            />
            <PressButton sends>{words.find}</PressButton>
          </div>
        </form>
        {list.isPending && <Loading />}
        {list.error && <Notice kind="warning">{problemText(list.error)}</Notice>}
        <div role="status">{list.data && rows.length === 0 && <p>{words.none}</p>}</div>
        {rows.length > 0 && (
          <ul className={`sheet ${styles['list']}`} aria-label={words.title}>
            {rows.map(({ id, name, street, address, telephone }) => (
              <li key={id} className={styles['item']}>
                <Link to={`/stations/${id}`}>{name}</Link>
                <p className={styles['grey']}>
                  {[street, address].filter(Boolean).join(' · ')}
                  {telephone && ' · '}
                  <span className={styles['telephone']}>{telephone}</span>
                </p>
              </li>
            ))}
          </ul>
        )}
        {list.hasNextPage && (
          <PressButton pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {words.more}
          </PressButton>
        )}
      </div>
    </ResidentFrame>
  );
}
