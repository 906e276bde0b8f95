import { Alert, Button, Collapse } from 'antd';
import { useEffect, useState, type ReactElement } from 'react';
import type { AskedValue } from '@lianban/bpmn';
import type { StudioFile } from '../../../api/studio.js';
import { longTime } from '../../../format/time.js';
import { downloadText } from '../../../components/download.js';
import { simulationWords, studioWords } from '../../../messages/workflow-words.js';
import type { StudioModeler } from '../modeler/modeler.js';
import { Section } from '../panel/fields.js';
import type { StudioNames } from '../panel/panel-props.js';
import panel from '../panel/panel.module.css';
import { variablesOf, type GivenValues } from './asked-values.js';
import { factsFor } from './facts.js';
import { JsonField, jsonValues } from './json-field.js';
import { askedOfCase, fileNameOf, Trial } from './trial.js';
import { TrialTasks } from './trial-tasks.js';
import { ValueFields } from './value-fields.js';

const words = studioWords.trial;

interface Props {
  readonly modeler: StudioModeler;
  readonly names: StudioNames;
  readonly processKey: string;
  readonly files: () => Promise<readonly StudioFile[]>;
  readonly filesOf: (processKey: string) => Promise<readonly StudioFile[]>;
}

/** Takes a made-up case through the diagram as it is drawn now; nothing of it reaches the server. */
export function TrialPane(props: Props): ReactElement {
  const { modeler, names, processKey } = props;
  const [facts, setFacts] = useState<GivenValues>(() => factsFor(names));
  const [json, setJson] = useState('');
  const [isOpen, setOpen] = useState(true);
  const { asked, ask } = useAsked(props);
  const [trial, setTrial] = useState<Trial>();
  const [steps, setSteps] = useState(0);
  const [refused, setRefused] = useState<string>();
  useEffect(() => {
    const { here, passed } = trial?.places() ?? { here: new Set<string>(), passed: new Set<string>() };
    modeler.mark('is-token', here);
    modeler.mark('is-done', passed);
    const [first] = here;
    if (first !== undefined) modeler.show(first);
  }, [modeler, trial, steps]);
  useEffect(
    () => () => {
      modeler.mark('is-token', new Set());
      modeler.mark('is-done', new Set());
    },
    [modeler],
  );
  const begin = async () => {
    setRefused(undefined);
    const wanted = await ask();
    try {
      const { calendars, timeZone } = names;
      const variables = { ...variablesOf(among(facts, wanted)), ...jsonValues(json) };
      const now = new Date().toISOString();
      const order = { files: await props.files(), processKey, variables, calendars, timeZone, now };
      const begun = await Trial.begin({ ...order, filesOf: props.filesOf });
      setTrial(begun);
      setSteps(0);
      setOpen(begun.incidents().length > 0);
    } catch (error) {
      setTrial(undefined);
      setRefused(error instanceof SyntaxError ? words.factsWrong : words.refused);
    }
  };
  const act = (change: () => void) => {
    setRefused(undefined);
    try {
      change();
    } catch (error) {
      console.error('not possible in the trial', error);
      setRefused(simulationWords.scenario.actRefused);
    }
    setSteps((count) => count + 1);
  };
  return (
    <div className={panel['panel']}>
      <p className={panel['hint']}>{words.hint}</p>
      <Collapse
        ghost
        activeKey={isOpen ? ['facts'] : []}
        onChange={(keys) => setOpen(keys.length > 0)}
        items={[
          {
            key: 'facts',
            label: words.facts,
            children: (
              <>
                <p className={panel['hint']}>{asked.length === 0 ? words.factsNone : words.factsHint}</p>
                <ValueFields
                  asked={asked}
                  names={names}
                  valueOf={(path) => facts[path]}
                  onChange={(path, value) => setFacts((all) => ({ ...all, [path]: value }))}
                />
                <JsonField value={json} onChange={setJson} />
              </>
            ),
          },
        ]}
      />
      <Button type={trial ? 'default' : 'primary'} onClick={() => void begin()}>
        {trial ? words.again : words.begin}
      </Button>
      {refused !== undefined && <Alert type="error" showIcon role="alert" title={refused} />}
      {trial && <TrialState trial={trial} names={names} onAct={act} />}
      {trial && <Recording trial={trial} processKey={processKey} />}
    </div>
  );
}

/** What a made-up case has to bring along, by the diagram as it was when the pane opened or a run began. */
function useAsked({ processKey, files, filesOf }: Props) {
  const [asked, setAsked] = useState<readonly AskedValue[]>([]);
  const ask = async () => {
    try {
      const found = await askedOfCase({ files: await files(), filesOf, processKey });
      setAsked(found);
      return found;
    } catch {
      return asked; // A diagram with errors: what it asks for stays as it was, and the check names them.
    }
  };
  useEffect(() => {
    void ask();
    // Once; what is drawn meanwhile is asked for when a run begins.
  }, []);
  return { asked, ask };
}

/** Those of the facts that are asked for. */
function among(facts: GivenValues, asked: readonly AskedValue[]): GivenValues {
  return Object.fromEntries(asked.map(({ path }) => [path, facts[path]]));
}

/** What was clicked, to keep as a scenario file with the files that it is about. */
function Recording({ trial, processKey }: { trial: Trial; processKey: string }): ReactElement {
  const texts = simulationWords.scenario;
  const save = () => {
    const text = trial.scenario(texts.recordName(processKey));
    downloadText(`${processKey}.scenario.yaml`, text, 'application/yaml');
  };
  const saveFiles = () => {
    for (const file of trial.files) downloadText(fileNameOf(file), file.content, 'application/xml');
  };
  return (
    <Section title={texts.record} hint={texts.recordHint}>
      <div className={panel['acts']}>
        <Button onClick={save}>{texts.record}</Button>
        <Button onClick={saveFiles} title={texts.filesHint}>
          {texts.files}
        </Button>
      </div>
    </Section>
  );
}

interface StateProps {
  readonly names: StudioNames;
  readonly trial: Trial;
  readonly onAct: (change: () => void) => void;
}

function TrialState({ trial, names, onAct }: StateProps): ReactElement {
  const timer = trial.nextTimer();
  return (
    <>
      <Section title={words.now(longTime(trial.now))}>
        {trial.ended && <p role="status">{words.ended}</p>}
        <TrialTasks trial={trial} names={names} onAct={onAct} />
        {trial.incidents().map(({ elementId, message }) => (
          <Alert key={elementId} type="warning" showIcon title={words.incident(trial.nameOf(elementId), message)} />
        ))}
        {timer && (
          <Button className={panel['long'] ?? ''} onClick={() => onAct(() => trial.advance())}>
            {words.advance(longTime(timer.dueAt), trial.nameOf(timer.elementId))}
          </Button>
        )}
      </Section>
      <Section title={words.variables}>
        <pre className={panel['data']}>{JSON.stringify(trial.variables(), null, 1)}</pre>
      </Section>
    </>
  );
}
