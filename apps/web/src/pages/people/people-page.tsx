import { Button, Input, Select } from 'antd';
import { useState, type ReactElement } from 'react';
import { usePeople, type PeopleFilter } from '../../api/people.js';
import { useMay } from '../../api/session.js';
import { AnyUnitSelect } from '../../components/any-unit-select.js';
import { PageHeader } from '../../components/page-header.js';
import { useSettled } from '../../hooks/use-settled.js';
import { messages } from '../../messages/messages.js';
import { pageWords } from '../../messages/page-words.js';
import { TableDrawer } from '../administration/table-drawer.js';
import { AddPersonDialog } from './add-person-dialog.js';
import styles from './people-page.module.css';
import { PeopleList } from './people-list.js';
import { PersonDrawer } from './person-drawer.js';

const words = pageWords.people;
const states = ['', 'open', 'closed'] as const;

/** The people of the district; one opens beside the list, with what can be done about them. */
export function PeoplePage(): ReactElement {
  const may = useMay();
  const [q, setQ] = useState('');
  const [rest, setRest] = useState<Omit<PeopleFilter, 'q'>>({ unit: undefined, state: 'open' });
  const [opened, setOpened] = useState<string>();
  const [adds, setAdds] = useState(false);
  const [imports, setImports] = useState(false);
  const found = usePeople({ ...rest, q: useSettled(q.trim(), 300) });
  const people = found.data?.pages.flatMap(({ items }) => items) ?? [];
  const person = people.find(({ id }) => id === opened);
  return (
    <>
      <PageHeader title={words.title} hint={words.hint}>
        <Select<string>
          aria-label={words.state}
          className={styles['state'] ?? ''}
          value={rest.state ?? ''}
          onChange={(state) => setRest({ ...rest, state: state === 'open' || state === 'closed' ? state : undefined })}
          options={states.map((value) => ({ value, label: words.states[value] }))}
        />
        <AnyUnitSelect
          aria-label={words.unit}
          placeholder={messages.list.allUnits}
          className={styles['filter'] ?? ''}
          onChange={(unit: string | undefined) => setRest({ ...rest, unit })}
        />
        <Input.Search
          allowClear
          aria-label={words.search}
          placeholder={words.search}
          className={styles['search'] ?? ''}
          onChange={(event) => setQ(event.target.value)}
        />
        {may('system.manage') && (
          <>
            <Button onClick={() => setImports(true)}>{messages.table.import}</Button>
            <Button type="primary" onClick={() => setAdds(true)}>
              {words.add}
            </Button>
          </>
        )}
      </PageHeader>
      <PeopleList found={found} people={people} onOpen={setOpened} />
      {person && <PersonDrawer person={person} onClose={() => setOpened(undefined)} />}
      {imports && <TableDrawer table="people" onClose={() => setImports(false)} />}
      {adds && <AddPersonDialog onClose={() => setAdds(false)} />}
    </>
  );
}
