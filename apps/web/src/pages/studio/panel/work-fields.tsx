import { Button, Space } from 'antd';
import type { ReactElement } from 'react';
import { drawingWords } from '../../../messages/workflow-words.js';
import { studioWords } from '../../../messages/workflow-words.js';
import { textOf } from '../modeler/element.js';
import { ChoiceField, Section, TextField } from './fields.js';
import type { PanelProps } from './panel-props.js';
import styles from './panel.module.css';

const { call, decision, script, service } = studioWords;
const kinds = studioWords.panel.kinds;

/** What a step does by itself: a call, a decision, a computation, a job for a program. */
export function WorkFields(props: PanelProps): ReactElement | null {
  const { type } = props.element;
  switch (type) {
    case 'bpmn:CallActivity':
      return <CallFields {...props} />;
    case 'bpmn:BusinessRuleTask':
      return <DecisionFields {...props} />;
    case 'bpmn:ScriptTask':
      return <ScriptFields {...props} />;
    case 'bpmn:ServiceTask':
    case 'bpmn:SendTask':
      return <ServiceFields {...props} />;
    default:
      return null;
  }
}

function CallFields({ modeler, element, names }: PanelProps): ReactElement {
  const called = textOf(element.businessObject, 'calledElement');
  return (
    <Section title={kinds[element.type] ?? ''}>
      <ChoiceField
        label={call.process}
        value={called}
        options={options(names.processes, called)}
        onSave={(calledElement) => modeler.edit.set(element, { calledElement })}
      />
      <ChoiceField
        label={call.binding}
        value={textOf(element.businessObject, 'lianban:calledElementBinding') || 'deployment'}
        options={Object.entries(call.bindings).map(([value, label]) => ({ value, label }))}
        onSave={(binding) => modeler.edit.set(element, { 'lianban:calledElementBinding': binding })}
      />
    </Section>
  );
}

function DecisionFields(props: PanelProps): ReactElement {
  const { modeler, element, names, onOpenTable, onNewTable } = props;
  const table = textOf(element.businessObject, 'lianban:decision');
  return (
    <Section title={kinds[element.type] ?? ''}>
      {names.decisions.length === 0 && <p className={styles['hint']}>{decision.empty}</p>}
      <ChoiceField
        label={decision.table}
        value={table}
        options={options(names.decisions, table)}
        onSave={(id) => modeler.edit.set(element, { 'lianban:decision': id })}
      />
      <Space wrap>
        <Button
          size="small"
          disabled={!names.decisions.some(({ id }) => id === table)}
          onClick={() => onOpenTable(table)}
        >
          {drawingWords.decision.edit}
        </Button>
        <Button
          size="small"
          onClick={() => {
            const id = onNewTable();
            modeler.edit.set(element, { 'lianban:decision': id });
            onOpenTable(id);
          }}
        >
          {drawingWords.decision.create}
        </Button>
      </Space>
      <ResultField {...props} label={decision.result} />
    </Section>
  );
}

function ScriptFields(props: PanelProps): ReactElement {
  const { modeler, element } = props;
  return (
    <Section title={kinds[element.type] ?? ''}>
      <TextField
        label={script.text}
        rows={3}
        value={textOf(element.businessObject, 'script')}
        onSave={(text) => modeler.edit.set(element, { script: text })}
      />
      <ResultField {...props} label={script.result} />
    </Section>
  );
}

function ServiceFields(props: PanelProps): ReactElement {
  const { modeler, element } = props;
  return (
    <Section title={kinds[element.type] ?? ''}>
      <TextField
        label={service.topic}
        hint={service.topicHint}
        value={textOf(element.businessObject, 'lianban:topic')}
        onSave={(text) => modeler.edit.set(element, { 'lianban:topic': text.trim() || undefined })}
      />
      <ResultField {...props} label={service.result} />
    </Section>
  );
}

function ResultField({ modeler, element, label }: PanelProps & { readonly label: string }): ReactElement {
  return (
    <TextField
      label={label}
      value={textOf(element.businessObject, 'lianban:resultVariable')}
      onSave={(text) => modeler.edit.set(element, { 'lianban:resultVariable': text.trim() || undefined })}
    />
  );
}

/** All that can be chosen, and what the diagram says although it cannot. */
function options(all: readonly { readonly id: string; readonly name: string }[], current: string) {
  const known = all.map(({ id, name }) => ({ value: id, label: name }));
  return current === '' || known.some(({ value }) => value === current)
    ? known
    : [...known, { value: current, label: current }];
}
