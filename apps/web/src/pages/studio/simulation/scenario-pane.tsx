import { Alert, Button } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import type { CompiledDefinitions } from '@lianban/bpmn';
import type { StudioFile } from '../../../api/studio.js';
import { FileField } from '../../../components/file-field.js';
import { longTime } from '../../../format/time.js';
import { simulationWords, studioWords } from '../../../messages/workflow-words.js';
import type { StudioModeler } from '../modeler/modeler.js';
import { Section } from '../panel/fields.js';
import type { StudioNames } from '../panel/panel-props.js';
import panel from '../panel/panel.module.css';
import { NoScenarioFile, openScenarios, type OpenScenarios, type ScenarioRun } from './scenario-run.js';
import { checkText, turnText } from './scenario-words.js';
import styles from './scenario.module.css';

const words = simulationWords.scenario;

interface Props {
  readonly modeler: StudioModeler;
  readonly names: StudioNames;
  readonly processKey: string;
  readonly files: () => Promise<readonly StudioFile[]>;
  readonly filesOf: (processKey: string) => Promise<readonly StudioFile[]>;
}

/** Runs a scenario file on the diagram as it is drawn now, at once or step by step. */
export function ScenarioPane({ modeler, names, processKey, files, filesOf }: Props): ReactElement {
  const [file, setFile] = useState<{ readonly name: string; readonly text: string }>();
  const [open, setOpen] = useState<OpenScenarios>();
  const [runs, setRuns] = useState<readonly ScenarioRun[]>([]);
  const [shown, setShown] = useState(0);
  const [, setTurns] = useState(0);
  const [refused, setRefused] = useState<string>();
  const run = runs[shown];
  useMarks(modeler, run);
  const begin = async (chosen: { readonly name: string; readonly text: string }) => {
    setFile(chosen);
    setRefused(undefined);
    setShown(0);
    try {
      const { calendars, timeZone } = names;
      const order = { ...chosen, files: await files(), processKey, calendars, timeZone, filesOf };
      const opened = await openScenarios(order);
      setOpen(opened);
      setRuns(opened.begin());
    } catch (error) {
      setRuns([]);
      setRefused(error instanceof NoScenarioFile ? words.wrong(error.message) : words.refused);
    }
  };
  const act = (change: () => void) => {
    change();
    setTurns((count) => count + 1);
  };
  return (
    <div className={panel['panel']}>
      <p className={panel['hint']}>{words.hint}</p>
      <FileField
        label={words.choose}
        accept=".yaml,.yml"
        onFiles={([chosen]) => {
          if (chosen) void chosen.text().then((text) => begin({ name: chosen.name, text }));
        }}
        button={(choose) => (
          <Button type={file ? 'default' : 'primary'} onClick={choose}>
            {words.choose}
          </Button>
        )}
      />
      {file && <p className={panel['hint']}>{file.name}</p>}
      {refused !== undefined && <Alert type="error" showIcon role="alert" title={refused} />}
      {file && open && runs.length > 0 && (
        <>
          <div className={panel['acts']}>
            <Button type="primary" onClick={() => act(() => runs.forEach((each) => each.toEnd()))}>
              {words.runAll}
            </Button>
            <Button disabled={!run?.goesOn} onClick={() => act(() => run?.next())}>
              {words.step}
            </Button>
            <Button onClick={() => void begin(file)}>{words.restart}</Button>
          </div>
          <p role="status">{words.passed(runs.filter(({ state }) => state === 'passed').length, runs.length)}</p>
          {runs.map((each, place) => (
            <button
              key={place}
              type="button"
              className={styles['run']}
              aria-pressed={place === shown}
              onClick={() => setShown(place)}
            >
              <span className={styles['state']} data-state={each.state}>
                {words.state[each.state]}
              </span>{' '}
              {each.scenario.name}
            </button>
          ))}
          {run && run.turns.length > 0 && <Turns run={run} definitions={open.definitions} />}
        </>
      )}
    </div>
  );
}

/** Shows on the diagram where the scenario is, and at which elements it is not as expected. */
function useMarks(modeler: StudioModeler, run: ScenarioRun | undefined): void {
  const turns = run?.turns.length ?? 0;
  useEffect(() => {
    const places = run?.places();
    modeler.mark('is-token', places?.here ?? new Set());
    modeler.mark('is-done', places?.passed ?? new Set());
    modeler.mark('is-wrong', places?.wrong ?? new Set());
    const [first] = [...(places?.wrong ?? []), ...(places?.here ?? [])];
    if (first !== undefined) modeler.show(first);
  }, [modeler, run, turns]);
  useEffect(
    () => () => {
      for (const marker of ['is-token', 'is-done', 'is-wrong']) modeler.mark(marker, new Set());
    },
    [modeler],
  );
}

function Turns({ run, definitions }: { run: ScenarioRun; definitions: CompiledDefinitions }): ReactElement {
  return (
    <Section title={studioWords.trial.now(longTime(run.now))}>
      <ol>
        {run.turns.map((turn, place) => (
          <li key={place} className={styles['turn']}>
            <p>{turnText(turn, definitions)}</p>
            {turn.failure !== undefined && (
              <p className={styles['check']} data-failed>
                {words.cannot(turn.failure)}
              </p>
            )}
            {turn.checks.map((check, nth) => (
              <p key={nth} className={styles['check']} data-failed={check.difference === undefined ? undefined : true}>
                {checkText(check, definitions)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Section>
  );
}
