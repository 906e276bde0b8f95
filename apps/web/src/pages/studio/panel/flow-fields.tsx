import type { ReactElement } from 'react';
import { studioWords } from '../../../messages/workflow-words.js';
import { childOf, extensionsOf, nameOf, textOf, type StudioElement } from '../modeler/element.js';
import { ChoiceField, Section, TextField } from './fields.js';
import type { PanelProps } from './panel-props.js';
import styles from './panel.module.css';

const words = studioWords.flow;
const choice = { always: 'always', otherwise: 'otherwise', formula: 'formula' } as const;

/** Which way a branch goes: one condition for each flow that leads on. */
export function BranchFields(props: PanelProps): ReactElement {
  const flows = (props.element.outgoing ?? []).filter(({ type }) => type === 'bpmn:SequenceFlow');
  if (props.element.type === 'bpmn:ParallelGateway')
    return (
      <Section title={words.heading}>
        <p className={styles['hint']}>{words.parallel}</p>
      </Section>
    );
  return (
    <Section title={words.heading}>
      {flows.length === 0 && <p className={styles['hint']}>{words.none}</p>}
      {flows.length > 1 &&
        flows.map((flow) => (
          <div key={flow.id} className={styles['item']}>
            <FlowCondition {...props} element={flow} />
          </div>
        ))}
    </Section>
  );
}

/** When a flow is taken. */
export function FlowCondition({ modeler, element: flow }: PanelProps): ReactElement {
  const { edit } = modeler;
  const source = flow.source;
  const condition = textOf(childOf(flow.businessObject, 'conditionExpression'), 'body').trim();
  const isDefault = source !== undefined && childOf(source.businessObject, 'default') === flow.businessObject;
  const outcomes = source ? outcomesBefore(source) : [];
  const known = outcomes.find(({ formula }) => formula === condition);
  const to = flow.target ? nameOf(flow.target) : flow.id;
  const save = (chosen: string) =>
    edit.atOnce(() => {
      if (!source) return;
      if (chosen === choice.otherwise) {
        edit.setExpression(flow, flow.businessObject, 'conditionExpression', '');
        return edit.set(source, { default: flow.businessObject });
      }
      if (isDefault) edit.set(source, { default: undefined });
      const formula = outcomes.find(({ id }) => id === chosen)?.formula;
      const text = chosen === choice.always ? '' : (formula ?? (condition || 'true'));
      edit.setExpression(flow, flow.businessObject, 'conditionExpression', text);
    });
  const value = isDefault ? choice.otherwise : condition === '' ? choice.always : (known?.id ?? choice.formula);
  return (
    <>
      <ChoiceField
        label={words.conditionOf(to)}
        value={value}
        options={[
          { value: choice.otherwise, label: words.otherwise },
          ...outcomes.map(({ id, name }) => ({ value: id, label: words.byOutcome(name) })),
          { value: choice.formula, label: words.byFormula },
          { value: choice.always, label: words.always },
        ]}
        onSave={save}
      />
      {value === choice.formula && (
        <TextField
          label={words.formulaOf(to)}
          bare
          rows={1}
          value={condition}
          onSave={(text) => edit.setExpression(flow, flow.businessObject, 'conditionExpression', text)}
        />
      )}
    </>
  );
}

interface ChosenOutcome {
  readonly id: string;
  readonly name: string;
  readonly formula: string;
}

/** What people could have chosen in the steps right before a branch. */
function outcomesBefore({ incoming = [] }: StudioElement): readonly ChosenOutcome[] {
  const found = new Map<string, ChosenOutcome>();
  for (const { source } of incoming)
    for (const each of source ? extensionsOf(source.businessObject, 'lianban:Outcome') : []) {
      const [id, name] = [textOf(each, 'id'), textOf(each, 'name')];
      found.set(id, { id, name: name || id, formula: `outcome = "${id}"` });
    }
  return [...found.values()];
}
