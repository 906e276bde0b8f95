import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useParams } from 'react-router';
import type { Pledge } from '../../api/model.js';
import { usePledge, type PledgeAct } from '../../api/pledges.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { PageHeader } from '../../components/page-header.js';
import { dayText, longTime } from '../../format/time.js';
import { messages } from '../../messages/messages.js';
import { CourseHistory } from './course-history.js';
import { FactList } from './fact-list.js';
import { PledgeDialog } from './pledge-dialogs.js';
import { PledgeFiles } from './pledge-files.js';
import { outcomeText, standingOf } from './pledge-texts.js';
import styles from './pledge.module.css';

const words = messages.pledge;
const states: readonly Pledge['state'][] = ['pledged', 'discussed', 'doing', 'reviewed'];
/** The act that leads on is the prominent one. */
const onward: readonly PledgeAct['act'][] = ['publish', 'finish'];

/** A pledge: where it stands of the four states, what it says, what was done, and its course. */
export function PledgePage(): ReactElement {
  const { id = '' } = useParams();
  const pledge = usePledge(id);
  const [act, setAct] = useState<PledgeAct['act']>();
  if (pledge.isPending) return <Loading />;
  if (pledge.isError) return <Failure error={pledge.error} onRetry={() => void pledge.refetch()} />;
  const it = pledge.data;
  const dialogs = it.acts.filter((each) => each !== 'attach');
  return (
    <>
      <PageHeader title={it.title}>
        {dialogs.map((each) => (
          <Button key={each} type={onward.includes(each) ? 'primary' : 'default'} onClick={() => setAct(each)}>
            {each === 'change' && it.publishedAt === null ? words.acts.edit : words.acts[each]}
          </Button>
        ))}
      </PageHeader>
      <Course pledge={it} />
      <FactList facts={factsOf(it)} />
      {it.publishedAt !== null && (
        <>
          <Progress pledge={it} />
          <PledgeFiles pledge={it} />
        </>
      )}
      <CourseHistory lines={it.history} />
      {act && <PledgeDialog act={act} pledge={it} onClose={() => setAct(undefined)} />}
    </>
  );
}

function Course({ pledge: it }: { pledge: Pledge }): ReactElement {
  return (
    <ol className={`sheet ${styles['course']}`} aria-label={words.course}>
      {states.map((state) => (
        <li key={state} className={styles['stage']} {...(state === it.state && { 'aria-current': 'step' })}>
          <strong>{words.states[state]}</strong>
          {state === it.state && <span className={it.late ? styles['bad'] : undefined}>{standingOf(it)}</span>}
        </li>
      ))}
    </ol>
  );
}

function Progress({ pledge: { progress } }: { pledge: Pledge }): ReactElement {
  return (
    <>
      <h2 className={styles['heading']}>{words.progress}</h2>
      {progress.length === 0 ? (
        <p className={styles['grey']}>{words.noProgress}</p>
      ) : (
        <ol className={`sheet ${styles['lines']}`} aria-label={words.progress}>
          {progress.map(({ day, text, evidence }, index) => (
            <li key={index} className={styles['line']}>
              <p className={styles['grey']}>{dayText(day)}</p>
              <p>{text}</p>
              {evidence !== '' && <p className={styles['grey']}>{words.evidenceOf(evidence)}</p>}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

function factsOf(it: Pledge): (readonly [string, string])[] {
  return [
    [words.unit, it.unit],
    [words.pledger, it.pledger ?? words.wholeUnit],
    ...(it.category ? [[words.category, it.category.name] as const] : []),
    [words.text, it.text],
    [words.measure, it.measure],
    [words.dueOn, dayText(it.dueOn)],
    ...(it.publishedAt === null ? [] : [[words.publishedAt, longTime(it.publishedAt)] as const]),
    ...(it.result === null ? [] : [[words.result, words.resultOn(it.result, dayText(it.finishedOn ?? ''))] as const]),
    ...(it.outcome === null ? [] : [[words.outcome, outcomeText(it) ?? ''] as const]),
  ];
}
