import { lazy, Suspense, type ReactElement } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { useCase } from '../../api/cases.js';
import { useMay } from '../../api/session.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { TabStrip } from '../../components/tab-strip.js';
import { keyOf } from '../../keys/keys.js';
import { messages } from '../../messages/messages.js';
import { CaseHeader } from './case-header.js';
import { HandleTab } from './handle-tab.js';
import { HistoryTab } from './history-tab.js';
import { OrderFoot, OrderHead } from './order-print.js';
import styles from './case-page.module.css';

// The diagram library is as heavy as the rest of the page; few visits need it.
const DiagramTab = lazy(async () => ({ default: (await import('./diagram-tab.js')).DiagramTab }));

// So are these, which are asked for now and then.
const TermsTab = lazy(async () => ({ default: (await import('./terms-tab.js')).TermsTab }));
const RelatedTab = lazy(async () => ({ default: (await import('./related-tab.js')).RelatedTab }));
const MeetingsTab = lazy(async () => ({ default: (await import('./meetings-tab.js')).MeetingsTab }));

const words = messages.casePage;
const tabs = [
  { key: 'handle', label: words.tabs.handle, shortcut: keyOf('case', 'handle') },
  { key: 'history', label: words.tabs.history, shortcut: keyOf('case', 'history') },
  { key: 'diagram', label: words.tabs.diagram, shortcut: keyOf('case', 'diagram') },
  { key: 'terms', label: words.tabs.terms, shortcut: keyOf('case', 'terms') },
  { key: 'related', label: words.tabs.related, shortcut: keyOf('case', 'related') },
  { key: 'meetings', label: words.tabs.meetings, shortcut: keyOf('case', 'meetings') },
] as const;
type Tab = (typeof tabs)[number]['key'];

/** One case: what it is about, where it stands, what was said, and what can be done now. */
export function CasePage(): ReactElement {
  const { id = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const found = useCase(id);
  const may = useMay();
  const shown = tabs.filter(({ key }) => key !== 'meetings' || may('joint-meeting.read'));
  if (found.isPending) return <Loading />;
  if (!found.data) return <Failure error={found.error} onRetry={() => void found.refetch()} />;

  const tab = shown.find(({ key }) => key === search.get('tab'))?.key ?? 'handle';
  return (
    <>
      <OrderHead />
      <CaseHeader case={found.data} />
      <TabStrip<Tab>
        label={words.tabsLabel}
        tabs={shown}
        active={tab}
        panelId="case-panel"
        onChange={(key) => setSearch(key === 'handle' ? {} : { tab: key }, { replace: true })}
      />
      <div id="case-panel" role="tabpanel" aria-label={words.tabs[tab]} className={styles['panel']}>
        <Suspense fallback={<Loading />}>
          {tab === 'handle' && <HandleTab case={found.data} />}
          {tab === 'history' && <HistoryTab caseId={id} />}
          {tab === 'diagram' && <DiagramTab case={found.data} />}
          {tab === 'terms' && <TermsTab caseId={id} />}
          {tab === 'related' && <RelatedTab case={found.data} />}
          {tab === 'meetings' && <MeetingsTab caseId={id} />}
        </Suspense>
      </div>
      <OrderFoot />
    </>
  );
}
