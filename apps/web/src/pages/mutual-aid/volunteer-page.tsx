import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useVolunteerTasks, volunteerBoxes, type VolunteerBox } from '../../api/mutual-aid.js';
import { CardList } from '../../components/card-list.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { MoreButton } from '../../components/more-button.js';
import { PageHeader } from '../../components/page-header.js';
import { TabStrip } from '../../components/tab-strip.js';
import { messages } from '../../messages/messages.js';
import styles from './mutual-aid.module.css';
import { VolunteerCard } from './volunteer-card.js';

const words = messages.mutualAid;

/** All that a volunteer sees: what they are offered, what they took, and what they have done. */
export function VolunteerPage(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const box = volunteerBoxes.find((each) => each === search.get('box')) ?? 'offered';
  const open = (key: VolunteerBox) => setSearch({ box: key }, { replace: true });
  return (
    <>
      <PageHeader title={words.title} hint={words.hint} />
      <TabStrip
        label={words.tabs}
        tabs={volunteerBoxes.map((key) => ({ key, label: words.tab[key] }))}
        active={box}
        panelId="volunteer-tasks"
        onChange={open}
      />
      <div id="volunteer-tasks" role="tabpanel" aria-label={words.tab[box]} className={styles['panel']}>
        <Matters key={box} box={box} onTaken={() => open('mine')} />
      </div>
    </>
  );
}

function Matters({ box, onTaken }: { box: VolunteerBox; onTaken: () => void }): ReactElement {
  const tasks = useVolunteerTasks(box);
  if (tasks.isPending) return <Loading lines={6} />;
  if (!tasks.data) return <Failure error={tasks.error} onRetry={() => void tasks.refetch()} />;
  const items = tasks.data.pages.flatMap((page) => page.items);
  if (items.length === 0) return <Empty text={words.empty[box]} />;
  return (
    <>
      <CardList>
        {items.map((task) => (
          <VolunteerCard key={task.id} box={box} task={task} onTaken={onTaken} />
        ))}
      </CardList>
      <MoreButton list={tasks} shown={items.length} />
    </>
  );
}
