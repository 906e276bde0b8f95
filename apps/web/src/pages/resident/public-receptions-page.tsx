import type { ReactElement } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { PublicReception } from '../../api/model.js';
import { usePublicReceptions, useReceivingUnits } from '../../api/public-receptions.js';
import { Loading } from '../../components/loading.js';
import { problemText } from '../../format/problem-text.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import formStyles from './form/form.module.css';
import { Notice } from './form/notice.js';
import { PressButton } from './form/press-button.js';
import styles from './public-pledges.module.css';
import { ResidentFrame } from './resident-frame.js';
import resident from './resident.module.css';

const words = messages.publicReception;

/** When units receive soon, to book a time. */
export function PublicReceptionsPage(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const unit = search.get('unit') ?? '';
  const list = usePublicReceptions(unit);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <ResidentFrame title={words.title}>
      <div className={resident['stack']}>
        <p>
          <Link to="/public/bookings">{words.lookUp}</Link>
        </p>
        <UnitChoice unit={unit} onChoose={(id) => setSearch(id === '' ? {} : { unit: id }, { replace: true })} />
        {list.isPending && <Loading />}
        {list.error && <Notice kind="warning">{problemText(list.error)}</Notice>}
        <div role="status">{list.data && rows.length === 0 && <p>{words.none}</p>}</div>
        {rows.map((it) => (
          <ReceptionCard key={it.id} reception={it} />
        ))}
        {list.hasNextPage && (
          <PressButton pending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
            {words.more}
          </PressButton>
        )}
      </div>
    </ResidentFrame>
  );
}

function UnitChoice({ unit, onChoose }: { unit: string; onChoose: (id: string) => void }): ReactElement {
  const units = useReceivingUnits();
  return (
    <div className={formStyles['field']}>
      <label htmlFor="receiving-unit">{words.unit}</label>
      <select
        id="receiving-unit"
        className={formStyles['box']}
        value={unit}
        onChange={({ target }) => onChoose(target.value)}
      >
        <option value="">{words.anyUnit}</option>
        {units.data?.map(({ id, name, street }) => (
          <option key={id} value={id}>
            {street === null ? name : messages.marks.aside(name, street)}
          </option>
        ))}
      </select>
    </div>
  );
}

function ReceptionCard({ reception: it }: { reception: PublicReception }): ReactElement {
  return (
    <article className={`sheet ${styles['pledge']}`}>
      <h2 className={styles['title']}>{words.when(dayText(it.day), it.from, it.to)}</h2>
      <p>{`${it.unit.name} · ${it.kind.name}`}</p>
      <ReceptionFacts reception={it} />
      {it.free.length === 0 ? (
        <p className={styles['late']}>{words.full}</p>
      ) : (
        <p className={styles['links']}>
          <Link
            className={styles['link']}
            to={`/public/receptions/${it.id}`}
            aria-label={words.bookOf(it.unit.name, dayText(it.day))}
          >
            {words.book}
          </Link>
          <span className={styles['state']}>{words.left(it.free.length)}</span>
        </p>
      )}
    </article>
  );
}

/** Where, by whom, and what else is told. */
export function ReceptionFacts({ reception: it }: { reception: PublicReception }): ReactElement {
  return (
    <>
      <p>{words.place(it.place)}</p>
      <p>
        {words.hosts(it.hosts.map(({ name, office }) => messages.marks.aside(name, office)).join(messages.marks.list))}
      </p>
      {it.note !== null && <p className={styles['grey']}>{it.note}</p>}
    </>
  );
}
