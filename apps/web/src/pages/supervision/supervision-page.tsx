import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { useMay } from '../../api/session.js';
import { PageHeader } from '../../components/page-header.js';
import { TabStrip } from '../../components/tab-strip.js';
import { pageWords } from '../../messages/page-words.js';
import { BulletinList } from './bulletin-list.js';
import { OrderList } from './order-list.js';
import styles from './supervision-page.module.css';
import { TalkList } from './talk-list.js';

const words = pageWords.supervision;
const tabs = [
  { key: 'orders', label: words.tabs.orders },
  { key: 'bulletins', label: words.tabs.bulletins },
  { key: 'talks', label: words.tabs.talks },
] as const;
type Tab = (typeof tabs)[number]['key'];

/** The supervision ladder: orders, bulletins and talks. Who only answers for a unit sees what was decided about it. */
export function SupervisionPage(): ReactElement {
  const supervises = useMay()('supervision.read');
  const [search, setSearch] = useSearchParams();
  const shown = tabs.filter(({ key }) => supervises || key !== 'orders');
  const first: Tab = supervises ? 'orders' : 'bulletins';
  const tab = shown.find(({ key }) => key === search.get('tab'))?.key ?? first;
  return (
    <>
      <PageHeader title={words.title} hint={words.hint} />
      <TabStrip<Tab>
        label={words.tabsLabel}
        tabs={shown}
        active={tab}
        panelId="supervision-panel"
        onChange={(key) => setSearch(key === first ? {} : { tab: key }, { replace: true })}
      />
      <div id="supervision-panel" role="tabpanel" aria-label={words.tabs[tab]} className={styles['panel']}>
        {tab === 'orders' && <OrderList />}
        {tab === 'bulletins' && <BulletinList />}
        {tab === 'talks' && <TalkList />}
      </div>
    </>
  );
}
