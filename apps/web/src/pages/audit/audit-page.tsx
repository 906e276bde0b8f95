import type { ReactElement } from 'react';
import { useSearchParams } from 'react-router';
import { PageHeader } from '../../components/page-header.js';
import { TabStrip } from '../../components/tab-strip.js';
import { pageWords } from '../../messages/page-words.js';
import { AuditCheckTab } from './audit-check-tab.js';
import { AuditSearchTab } from './audit-search-tab.js';
import styles from './audit.module.css';
import { LeakDrillTab } from './leak-drill-tab.js';

const words = pageWords.audit;
const tabs = ['search', 'check', 'drill'] as const;

/** The audit trail: what people did, whether it is whole, and who saw a resident. */
export function AuditPage(): ReactElement {
  const [search, setSearch] = useSearchParams();
  const tab = tabs.find((each) => each === search.get('tab')) ?? 'search';
  return (
    <>
      <PageHeader title={words.title} hint={words.hint} />
      <TabStrip
        label={words.tabsLabel}
        tabs={tabs.map((key) => ({ key, label: words.tabs[key] }))}
        active={tab}
        panelId="audit"
        onChange={(key) => setSearch(key === 'search' ? {} : { tab: key }, { replace: true })}
      />
      <div id="audit" role="tabpanel" aria-label={words.tabs[tab]} className={styles['panel']}>
        {tab === 'search' && <AuditSearchTab />}
        {tab === 'check' && <AuditCheckTab />}
        {tab === 'drill' && <LeakDrillTab />}
      </div>
    </>
  );
}
