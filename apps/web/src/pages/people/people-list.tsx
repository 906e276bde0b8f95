import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { usePeople } from '../../api/people.js';
import type { Person } from '../../api/model.js';
import { CardList } from '../../components/card-list.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { RecordTable, type Column } from '../../components/record-table.js';
import { useNarrow } from '../../hooks/use-media.js';
import { dayText } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import styles from './people-page.module.css';

const words = pageWords.people;

interface Props {
  readonly found: ReturnType<typeof usePeople>;
  readonly people: readonly Person[];
  readonly onOpen: (id: string) => void;
}

/** The people found: a table, or cards where that does not fit. */
export function PeopleList({ found, people, onOpen }: Props): ReactElement {
  const narrow = useNarrow();
  if (found.isPending) return <Loading lines={9} />;
  if (!found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />;
  if (people.length === 0)
    return (
      <div className="sheet">
        <Empty text={words.none} />
      </div>
    );
  const more = <MoreButton list={found} shown={people.length} />;
  if (narrow)
    return (
      <>
        <CardList>
          {people.map((person) => (
            <button key={person.id} type="button" className={styles['card']} onClick={() => onOpen(person.id)}>
              <strong>{person.name}</strong> <span className={styles['small']}>{stateOf(person)}</span>
              <p className={styles['small']}>{placesOf(person)}</p>
            </button>
          ))}
        </CardList>
        {more}
      </>
    );
  return (
    <div className="sheet">
      <RecordTable
        caption={words.caption}
        columns={columnsOf(onOpen)}
        rows={people}
        rowKey={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
      />
      {more}
    </div>
  );
}

function columnsOf(onOpen: (id: string) => void): readonly Column<Person>[] {
  return [
    {
      key: 'name',
      title: words.name,
      width: 120,
      cell: ({ id, name }) => (
        <Button type="link" size="small" aria-label={words.view(name)} onClick={() => onOpen(id)}>
          {name}
        </Button>
      ),
    },
    { key: 'username', title: words.username, width: 140, cell: ({ username }) => username },
    { key: 'places', title: words.places, cell: placesOf },
    { key: 'grants', title: words.grants, cell: grantsOf },
    { key: 'state', title: words.state, width: 140, cell: stateOf },
  ];
}

function placesOf({ places }: Person): string {
  return places.map(({ unitName, post }) => words.place(unitName, post)).join(messages.marks.clause);
}

function grantsOf({ grants }: Person): string {
  return grants
    .map(({ roleName, unitName }) => words.grant(messages.said.role(roleName), unitName))
    .join(messages.marks.clause);
}

function stateOf({ open, leaves }: Person): string {
  if (!open) return words.closed;
  return leaves === null ? words.open : words.leaves(dayText(leaves));
}
