import { Button } from 'antd';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { Form, Variables } from '@lianban/bpmn';
import { useForm } from '../../../api/forms.js';
import { Loading } from '../../../components/loading.js';
import { longTime } from '../../../format/time.js';
import { messages } from '../../../messages/messages.js';
import { studioWords } from '../../../messages/workflow-words.js';
import type { StudioNames } from '../panel/panel-props.js';
import panel from '../panel/panel.module.css';
import { valueAt, variablesOf, type GivenValues } from './asked-values.js';
import { JsonField, jsonValues } from './json-field.js';
import type { Trial, TrialTask, TrialWait } from './trial.js';
import { Finish, isChosen, Outcomes } from './trial-outcomes.js';
import { ValueFields } from './value-fields.js';

const words = studioWords.trial;

/** Not before a step has a form: what evaluates its conditions is large. */
const TrialForm = lazy(async () => ({ default: (await import('./trial-form.js')).TrialForm }));

interface Props {
  readonly trial: Trial;
  readonly names: StudioNames;
  readonly onAct: (change: () => void) => void;
}

/** What a made-up case waits for: steps of people with what they fill in, programs and messages. */
export function TrialTasks({ trial, names, onAct }: Props): ReactElement {
  return (
    <>
      {trial.tasks().map((task) => (
        <div key={`${task.instance} ${task.key}`} className={panel['item']}>
          <Offer task={task} names={names} />
          <Finishing
            trial={trial}
            task={task}
            names={names}
            onFinish={(outcome, values) => onAct(() => trial.complete(task, outcome, values))}
          />
        </div>
      ))}
      {trial.waits().map((wait) => (
        <Wait key={`${wait.instance} ${wait.key}`} trial={trial} wait={wait} names={names} onAct={onAct} />
      ))}
    </>
  );
}

/** Who would have the step in the inbox, and until when. */
function Offer({ task: { offer }, names }: { readonly task: TrialTask; readonly names: StudioNames }): ReactElement {
  const unit = names.units.find(({ id }) => id === offer.unit)?.name ?? offer.unit ?? words.nobody;
  const roles = offer.candidateGroups.map((group) =>
    messages.said.role(names.roles.find(({ id }) => id === group)?.name ?? group),
  );
  return (
    <>
      <p className={panel['itemHead']}>{offer.name}</p>
      <p>{words.handler([unit, ...roles].join(messages.marks.list))}</p>
      {offer.dueAt !== undefined && <p>{words.due(longTime(offer.dueAt))}</p>}
    </>
  );
}

/** A step that somebody finishes. */
export interface FinishingProps {
  readonly trial: Trial;
  readonly task: TrialTask;
  readonly names: StudioNames;
  readonly onFinish: (outcome: string | undefined, values: Variables) => void;
}

/** A step that asks for nothing is finished by its result at once; else the result is chosen beside what is filled in. */
function Finishing(props: FinishingProps): ReactElement {
  const { trial, task, onFinish } = props;
  const { form, outcomes } = task.offer;
  if (form !== undefined) return <FormStep {...props} formKey={form} />;
  if (trial.asked(task).length > 0) return <AskingStep {...props} />;
  return (
    <div className={panel['acts']}>
      {outcomes.map(({ id, name }) => (
        <Button key={id} size="small" onClick={() => onFinish(id, {})}>
          {name}
        </Button>
      ))}
      {outcomes.length === 0 && (
        <Button size="small" onClick={() => onFinish(undefined, {})}>
          {words.finish}
        </Button>
      )}
    </div>
  );
}

/** By the latest version of the form, as a case that comes there now would have it. */
function FormStep(props: FinishingProps & { readonly formKey: string }): ReactElement {
  const found = useForm(props.formKey, undefined);
  if (found.isPending) return <Loading lines={2} />;
  if (found.data)
    return (
      <Suspense fallback={<Loading lines={2} />}>
        <TrialForm {...props} form={found.data.content as unknown as Form} />
      </Suspense>
    );
  return (
    <>
      <p role="alert">{words.formMissing}</p>
      <AskingStep {...props} />
    </>
  );
}

function AskingStep({ trial, task, names, onFinish }: FinishingProps): ReactElement {
  const [outcome, setOutcome] = useState<string>();
  const [told, setTold] = useState(false);
  const asking = useAsking(trial, task, names);
  return (
    <>
      <Outcomes task={task} value={outcome} onChange={setOutcome} />
      {asking.fields}
      <Finish
        lacks={told && !isChosen(task, outcome)}
        onFinish={() => {
          setTold(true);
          const values = asking.values();
          if (values && isChosen(task, outcome)) onFinish(outcome, values);
        }}
      />
    </>
  );
}

/** A program or a message, which may bring values along. */
function Wait({ trial, wait, names, onAct }: Props & { readonly wait: TrialWait }): ReactElement {
  const asking = useAsking(trial, wait, names);
  const come = () => {
    const values = asking.values();
    if (values) onAct(() => trial.continue(wait, values));
  };
  return (
    <div className={panel['item']}>
      <p>{words.waits[wait.by](trial.nameOf(wait.elementId))}</p>
      {asking.fields}
      <Button size="small" onClick={come}>
        {words.comes}
      </Button>
    </div>
  );
}

/** The fields for what a step asks for, and what they come to; nothing while the JSON beside them is no JSON. */
function useAsking(trial: Trial, at: TrialTask | TrialWait, names: StudioNames) {
  const known = trial.known(at);
  const [given, setGiven] = useState<GivenValues>({});
  const [json, setJson] = useState('');
  const [isWrong, setWrong] = useState(false);
  const values = (): Variables | undefined => {
    try {
      const all = { ...variablesOf(given, known), ...jsonValues(json) };
      setWrong(false);
      return all;
    } catch {
      setWrong(true);
      return undefined;
    }
  };
  const fields = (
    <>
      <ValueFields
        asked={trial.asked(at)}
        names={names}
        valueOf={(path) => (path in given ? given[path] : valueAt(known, path))}
        onChange={(path, value) => setGiven((all) => ({ ...all, [path]: value }))}
      />
      <JsonField value={json} onChange={setJson} />
      {isWrong && <p role="alert">{words.factsWrong}</p>}
    </>
  );
  return { fields, values };
}
