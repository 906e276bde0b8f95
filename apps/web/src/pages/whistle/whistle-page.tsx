import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import type { Whistle, WhistleUnit } from '../../api/model.js';
import { useWhistle } from '../../api/whistles.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { CalledUnit } from './called-unit.js';
import { ArrivalDialog, ScoreDialog, type ScoreOf } from './unit-dialogs.js';
import { EndDialog } from './end-dialog.js';
import styles from './whistle-page.module.css';

const words = messages.whistle;

/** A whistle: who was called, who came, what came of it, and what both sides say. */
export function WhistlePage(): ReactElement {
  const { id = '' } = useParams();
  const whistle = useWhistle(id);
  const [ending, setEnding] = useState(false);
  const [arriving, setArriving] = useState<WhistleUnit>();
  const [scoring, setScoring] = useState<{ readonly unit: WhistleUnit; readonly of: ScoreOf }>();
  if (whistle.isPending) return <Loading />;
  if (whistle.isError) return <Failure error={whistle.error} onRetry={() => void whistle.refetch()} />;
  const it = whistle.data;
  return (
    <>
      <PageHeader title={words.about(it.kind, it.title)}>
        {it.canRecord && (
          <Button type="primary" onClick={() => setEnding(true)}>
            {words.end}
          </Button>
        )}
      </PageHeader>
      <Facts whistle={it} />
      <h2 className={styles['heading']}>{words.units}</h2>
      <ul className={`sheet ${styles['list']}`} aria-label={words.units}>
        {it.units.map((unit) => (
          <CalledUnit
            key={unit.unitId}
            unit={unit}
            canRecord={it.canRecord}
            onArrive={() => setArriving(unit)}
            onScore={(of) => setScoring({ unit, of })}
          />
        ))}
      </ul>
      {ending && <EndDialog whistle={it} onClose={() => setEnding(false)} />}
      {arriving && <ArrivalDialog whistle={id} unit={arriving} onClose={() => setArriving(undefined)} />}
      {scoring && <ScoreDialog whistle={it} {...scoring} onClose={() => setScoring(undefined)} />}
    </>
  );
}

function Facts({ whistle: it }: { whistle: Whistle }): ReactElement {
  const facts: readonly (readonly [string, ReactElement | string])[] = [
    [words.case, <Link to={`/cases/${it.caseId}`}>{it.code}</Link>],
    [words.caller, words.blownBy(it.caller, it.blownBy, longTime(it.blownAt))],
    [words.at, words.until(longTime(it.at), longTime(it.reportBy))],
    [words.place, it.place],
    [words.text, it.text],
    ...(it.outcome === null
      ? []
      : [[words.outcome, words.endedBy(it.outcome, it.endedBy ?? '', longTime(it.endedAt ?? it.at))] as const]),
  ];
  return (
    <dl className={`sheet ${styles['about']}`}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
