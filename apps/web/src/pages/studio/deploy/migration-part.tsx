import { Alert, App, Button } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import type { Batch } from '../../../api/model.js';
import { followBatch, useBatch, useMigrate, useMigrationPreview } from '../../../api/studio.js';
import { Failure } from '../../../components/failure.js';
import { Loading } from '../../../components/loading.js';
import { problemText } from '../../../format/problem-text.js';
import { studioWords } from '../../../messages/workflow-words.js';
import styles from './deploy.module.css';

const words = studioWords.migration;
/** How many of those that cannot go over are named. */
const shown = 5;

interface Props {
  readonly processKey: string;
  readonly from: number;
  readonly to: number;
}

/** Running cases stay with the version under which they began, unless somebody takes them over here. */
export function MigrationPart({ processKey, from, to }: Props): ReactElement {
  const preview = useMigrationPreview(processKey, from, to);
  const migrate = useMigrate(processKey, from);
  const [batchId, setBatchId] = useState<string>();
  const batch = useBatch(batchId).data;
  const { message } = App.useApp();
  const section = useRef<HTMLElement>(null);
  const tell = ({ done, total, refused }: Batch) => {
    // As long as this is shown it says so itself.
    if (!section.current) void message.info(words.progress(done, total, refused, false));
  };
  const start = () =>
    migrate.mutate(
      { to },
      {
        onSuccess: ({ id }) => {
          setBatchId(id);
          followBatch(id, tell);
        },
      },
    );
  if (preview.isPending) return <Loading lines={2} />;
  if (preview.isError) return <Failure error={preview.error} onRetry={() => void preview.refetch()} />;
  const { total, movable, immovable, problems } = preview.data;
  if (total === 0) return <p className={styles['hint']}>{words.nobody}</p>;
  return (
    <section ref={section} aria-label={words.heading}>
      <h3 className={styles['heading']}>{words.heading}</h3>
      <p>{words.counts(total, movable)}</p>
      <ul className={styles['differences']}>
        {problems.map(({ element, message }) => (
          <li key={element + message}>{words.obstacle(element, message)}</li>
        ))}
        {immovable.slice(0, shown).map(({ instanceId, reason }) => (
          <li key={instanceId}>{words.obstacle(instanceId.slice(-8), reason)}</li>
        ))}
      </ul>
      {batch ? (
        <p role="status" tabIndex={-1} ref={takeFocus}>
          {words.progress(batch.done, batch.total, batch.refused, batch.state === 'running')}
        </p>
      ) : (
        <Button disabled={movable === 0} loading={migrate.isPending || batchId !== undefined} onClick={start}>
          {words.submit(movable)}
        </Button>
      )}
      {migrate.isError && <Alert type="error" showIcon role="alert" title={problemText(migrate.error)} />}
    </section>
  );
}

/** Once, where the button that was pressed gives way to what came of it. */
function takeFocus(element: HTMLElement | null): void {
  element?.focus();
}
