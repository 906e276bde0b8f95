import { Button, Form as AntForm, Radio } from 'antd';
import { useId, useMemo, useState, type ReactElement } from 'react';
import type { Form, FormValues, Variables } from '@lianban/bpmn';
import { useForm } from '../../../api/forms.js';
import { Loading } from '../../../components/loading.js';
import { FormFields } from '../../../components/task-form/form-fields.js';
import { useFilling } from '../../../components/task-form/use-filling.js';
import { longTime } from '../../../format/time.js';
import { messages } from '../../../messages/messages.js';
import { studioWords } from '../../../messages/workflow-words.js';
import type { StudioNames } from '../panel/panel-props.js';
import panel from '../panel/panel.module.css';
import { valueAt, variablesOf, type GivenValues } from './asked-values.js';
import { JsonField, jsonValues } from './json-field.js';
import type { Trial, TrialTask, TrialWait } from './trial.js';
import { ValueFields } from './value-fields.js';

const words = studioWords.trial;

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

interface FinishingProps {
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
  if (found.data) return <FilledStep {...props} form={found.data.content as unknown as Form} />;
  return (
    <>
      <p role="alert">{words.formMissing}</p>
      <AskingStep {...props} />
    </>
  );
}

function FilledStep({ trial, task, form, onFinish }: FinishingProps & { readonly form: Form }): ReactElement {
  const [outcome, setOutcome] = useState<string>();
  const [edited, setEdited] = useState<FormValues>({});
  const [told, setTold] = useState(false);
  const variables = useMemo(() => ({ ...trial.known(task), outcome: outcome ?? null }), [trial, task.key, outcome]);
  const { filling, checked } = useFilling({ form, variables, edited, onEdit: setEdited, told });
  return (
    <AntForm component={false} layout="vertical" size="small">
      <Outcomes task={task} value={outcome} told={told} onChange={setOutcome} />
      <FormFields components={form.components} {...filling} />
      <Finish
        onFinish={() => {
          setTold(true);
          if (checked.problems.length === 0 && isChosen(task, outcome)) onFinish(outcome, checked.values);
        }}
      />
    </AntForm>
  );
}

function AskingStep({ trial, task, names, onFinish }: FinishingProps): ReactElement {
  const [outcome, setOutcome] = useState<string>();
  const [told, setTold] = useState(false);
  const asking = useAsking(trial, task, names);
  return (
    <>
      <Outcomes task={task} value={outcome} told={told} onChange={setOutcome} />
      {asking.fields}
      <Finish
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

interface OutcomesProps {
  readonly task: TrialTask;
  readonly value: string | undefined;
  /** Somebody tried to finish without one. */
  readonly told: boolean;
  readonly onChange: (outcome: string) => void;
}

function Outcomes({ task: { offer }, value, told, onChange }: OutcomesProps): ReactElement | null {
  const id = useId();
  if (offer.outcomes.length === 0) return null;
  return (
    <div className={panel['field']}>
      <span id={id} className={panel['label']}>
        {words.outcome}
      </span>
      <Radio.Group
        aria-labelledby={id}
        value={value}
        options={offer.outcomes.map((outcome) => ({ value: outcome.id, label: outcome.name }))}
        onChange={(event) => onChange(String(event.target.value))}
      />
      {told && value === undefined && <p role="alert">{words.outcomeMissing}</p>}
    </div>
  );
}

function Finish({ onFinish }: { readonly onFinish: () => void }): ReactElement {
  return (
    <div className={panel['foot']}>
      <Button size="small" type="primary" onClick={onFinish}>
        {words.finish}
      </Button>
    </div>
  );
}

function isChosen({ offer }: TrialTask, outcome: string | undefined): boolean {
  return outcome !== undefined || offer.outcomes.length === 0;
}
