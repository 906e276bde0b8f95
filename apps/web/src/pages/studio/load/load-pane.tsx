import { Alert, Button, Progress } from 'antd';
import { useState, type ReactElement } from 'react';
import type { StudioFile } from '../../../api/studio.js';
import { problemText } from '../../../format/problem-text.js';
import { ApiProblem } from '../../../api/problem.js';
import { simulationWords, studioWords } from '../../../messages/workflow-words.js';
import type { StudioModeler } from '../modeler/modeler.js';
import type { StudioNames } from '../panel/panel-props.js';
import panel from '../panel/panel.module.css';
import { compileWithCalled } from '../simulation/compile-with-called.js';
import { factsFor } from '../simulation/facts.js';
import { findLoad, NothingToSimulate, type LoadSettings } from './find-load.js';
import { LetterFileProblem } from './letter-file.js';
import { LoadForm } from './load-form.js';
import { LoadResult } from './load-result.js';
import { simulateLoad } from './load-run.js';
import { useLoad, type LoadState } from './use-load.js';

const words = simulationWords.load;

interface Props {
  readonly modeler: StudioModeler;
  readonly names: StudioNames;
  readonly processKey: string;
  /** The version that runs, with its files. */
  readonly version: number;
  readonly before: readonly StudioFile[];
  /** The files as drawn. */
  readonly files: () => Promise<readonly StudioFile[]>;
  readonly filesOf: (processKey: string) => Promise<readonly StudioFile[]>;
}

/** Takes past cases through the diagram as it is drawn now, and through the version that runs. */
export function LoadPane(props: Props): ReactElement {
  const { modeler, names, processKey, version } = props;
  const working = names.calendars.filter(({ kind }) => kind === 'working');
  const { station, street, category } = factsFor(names);
  const [settings, setSettings] = useState<LoadSettings>(() => ({
    ...{
      source: 'last',
      count: 1_000,
      file: undefined,
      given: { station, street, category },
      json: '',
      unknownHours: 8,
    },
    calendar: (working[0] ?? names.calendars[0])?.id ?? '',
  }));
  const { state, begin, cancel } = useLoad();
  const start = () =>
    begin(async (signal, tell) => {
      const onCount = (count: number) => tell({ kind: 'reading', count });
      const load = await findLoad(processKey, settings, { signal, onCount });
      tell({ kind: 'running', percent: 0 });
      const drawn = await compileWithCalled(await props.files(), props.filesOf);
      const running = await compileWithCalled(props.before, props.filesOf);
      const { calendars, timeZone } = names;
      const { calendar, unknownHours } = settings;
      const order = { processKey, calendars, timeZone, calendar, unknownHours, load };
      return await simulateLoad({ ...order, drawn: drawn.files, running: running.files }, signal, (done, total) =>
        tell({ kind: 'running', percent: Math.floor((100 * done) / total) }),
      );
    });
  const busy = state.kind === 'reading' || state.kind === 'running';
  const done = state.kind === 'done' ? state : undefined;
  return (
    <div className={panel['panel']}>
      <p className={panel['hint']}>{words.hint}</p>
      <LoadForm settings={settings} names={names} calendars={working} onChange={setSettings} />
      {busy ? (
        <Button onClick={cancel}>{words.cancel}</Button>
      ) : (
        <Button
          type={done ? 'default' : 'primary'}
          disabled={settings.source === 'file' && !settings.file}
          onClick={start}
        >
          {done ? words.again : words.begin}
        </Button>
      )}
      <LoadProgress state={state} />
      {done && <LoadResult {...{ modeler, processKey, version }} outcome={done.outcome} seconds={done.seconds} />}
    </div>
  );
}

function LoadProgress({ state }: { state: LoadState }): ReactElement | null {
  switch (state.kind) {
    case 'reading':
      return <p role="status">{words.reading(state.count)}</p>;
    case 'running':
      return <Progress percent={state.percent} aria-label={words.running(state.percent)} />;
    case 'cancelled':
      return <p role="status">{words.cancelled}</p>;
    case 'failed':
      return <Alert type="error" showIcon role="alert" title={failureText(state.error)} />;
    default:
      return null;
  }
}

function failureText(error: unknown): string {
  if (error instanceof NothingToSimulate) return words.none;
  if (error instanceof LetterFileProblem) return words.fileWrong(error.line, error.problem);
  if (error instanceof SyntaxError) return studioWords.trial.factsWrong;
  return error instanceof ApiProblem ? problemText(error) : words.failed;
}
