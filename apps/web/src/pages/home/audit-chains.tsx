import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useAuditChains } from '../../api/home.js';
import type { AuditChain } from '../../api/model.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { messages } from '../../messages/messages.js';
import styles from './home.module.css';

const words = messages.home;

/** Whether the chains of the audit trail are whole, computed when the page is opened or when it is asked for. */
export function AuditChains(): ReactElement {
  const chains = useAuditChains();
  return (
    <section className={`sheet ${styles['box']}`} aria-labelledby="home-chains">
      <header className={styles['head']}>
        <h2 id="home-chains" className={styles['heading']}>
          {words.chains}
        </h2>
        <Button loading={chains.isFetching} onClick={() => void chains.refetch()}>
          {words.chainsAgain}
        </Button>
      </header>
      <p>{words.chainsHint}</p>
      {chains.isPending && <Loading lines={3} />}
      {chains.isError && <Failure error={chains.error} onRetry={() => void chains.refetch()} />}
      {chains.data && <Verdict chains={chains.data} />}
    </section>
  );
}

function Verdict({ chains }: { chains: readonly AuditChain[] }): ReactElement {
  const broken = chains.filter(({ brokenAt }) => brokenAt !== null);
  const verdict = broken.length > 0 ? words.chainsBroken(broken.length) : words.chainsWhole(chains.length);
  return (
    <>
      <p role="status" className={broken.length > 0 ? styles['bad'] : styles['good']}>
        {chains.length === 0 ? words.noChains : verdict}
      </p>
      <ul className={styles['lines']}>
        {chains.map((chain) => (
          <li key={chain.stream} className={styles['line']}>
            <strong>{chain.stream}</strong>
            <span className={chain.brokenAt === null ? '' : styles['bad']}>{stateOf(chain)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function stateOf({ entries, brokenAt, reason }: AuditChain): string {
  return brokenAt === null ? words.chainWhole(entries) : words.chainBroken(brokenAt, reason ?? '');
}
