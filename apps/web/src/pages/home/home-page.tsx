import type { ReactElement } from 'react';
import { useHome } from '../../api/home.js';
import { useMay, useMe } from '../../api/session.js';
import { Empty } from '../../components/empty.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { shortTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { AuditChains } from './audit-chains.js';
import { HomeCards } from './home-cards-section.js';
import { sectionsOf } from './home-cards.js';
import { OwnDrafts } from './own-drafts.js';
import { ServiceStatus } from './service-status.js';
import styles from './home.module.css';

const words = messages.home;

/** What waits for who is signed in: a card for each thing that their roles concern. */
export function HomePage(): ReactElement {
  const { permissions, units } = useMe();
  if (permissions.length === 0) return <Empty as="h1" text={messages.failure.nothing} />;
  return <Desk unit={units.map(({ name }) => name).join(messages.marks.list)} />;
}

function Desk({ unit }: { unit: string }): ReactElement {
  const may = useMay();
  const home = useHome();
  const at = home.data && words.updated(shortTime(home.data.at));
  const sections = sectionsOf(home.data?.cards ?? []);
  const tools = [may('audit.read'), may('workflow.deploy'), may('system.manage')].some(Boolean);
  return (
    <>
      <PageHeader title={words.title} hint={[unit, at].filter(Boolean).join(' · ')} />
      {home.isPending && <Loading lines={8} />}
      {home.isError && <Failure error={home.error} onRetry={() => void home.refetch()} />}
      {home.data && sections.length === 0 && !tools && <Empty text={words.quiet} />}
      {/* What stands above is waited for. */}
      {!home.isPending && (
        <div className={styles['sections']}>
          {sections.map((group) => (
            <HomeCards key={group.section} {...group} />
          ))}
          {may('workflow.deploy') && <OwnDrafts />}
          {may('system.manage') && <ServiceStatus />}
          {may('audit.read') && <AuditChains />}
        </div>
      )}
    </>
  );
}
