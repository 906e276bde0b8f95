import type { ReactElement } from 'react';
import { studioWords } from '../../../messages/workflow-words.js';
import { childOf, childrenOf, definitionOf, isTimer, nameOf, textOf, type StudioElement } from '../modeler/element.js';
import { ChoiceField, FlagField, Section, TextField } from './fields.js';
import { BranchFields, FlowCondition } from './flow-fields.js';
import { OutcomeFields } from './outcome-fields.js';
import type { PanelProps } from './panel-props.js';
import { TaskFormField } from './task-form-field.js';
import { TermFields } from './term-fields.js';
import { TimerFields, TimerKindField } from './timer-fields.js';
import { VariableFields } from './variable-fields.js';
import { WhoFields } from './who-fields.js';
import { WorkFields } from './work-fields.js';
import styles from './panel.module.css';

const words = studioWords.panel;

/** What the selected element says, in plain words; nothing selected means the workflow as a whole. */
export function PropertiesPanel(props: PanelProps): ReactElement {
  const { modeler, element } = props;
  const { type, businessObject } = element;
  return (
    <div className={styles['panel']} role="region" aria-label={words.label}>
      <ElementChoice {...props} />
      <TextField label={words.name} value={textOf(businessObject, 'name')} onSave={(name) => rename(props, name)} />
      {type === 'bpmn:UserTask' && (
        <>
          <WhoFields {...props} />
          <TermFields {...props} />
          <OutcomeFields {...props} />
          <TaskFormField {...props} />
          <VariableFields {...props} />
        </>
      )}
      {type === 'bpmn:Lane' && <WhoFields {...props} />}
      {type === 'bpmn:SubProcess' && <TermFields {...props} />}
      <WorkFields {...props} />
      {type.endsWith('Gateway') && <BranchFields {...props} />}
      {type === 'bpmn:SequenceFlow' && element.source && /Gateway$|Task$/u.test(element.source.type) && (
        <Section title={studioWords.flow.condition}>
          <FlowCondition {...props} />
        </Section>
      )}
      <EventFields {...props} />
      <Section title={words.more}>
        <TextField
          label={words.documentation}
          hint={words.documentationHint}
          rows={2}
          value={textOf(childrenOf(businessObject, 'documentation')[0], 'text')}
          onSave={(text) => modeler.edit.setDocumentation(element, text)}
        />
        <TextField label={words.id} hint={words.idHint} value={businessObject.id ?? element.id} />
        <p className={styles['hint']}>{words.kept}</p>
      </Section>
    </div>
  );
}

/** Every element by name, for those who do not use a mouse, and for large diagrams. */
function ElementChoice({ modeler, element }: PanelProps): ReactElement {
  const options = modeler.elements().map((each) => {
    const kind = words.kinds[each.type] ?? words.otherKind;
    return { value: each.id, label: `${kind} · ${nameOf(each)}` };
  });
  return <ChoiceField label={words.element} value={element.id} options={options} onSave={(id) => modeler.select(id)} />;
}

/** Timers of events, and which message an event waits for. */
function EventFields(props: PanelProps): ReactElement | null {
  const { modeler, element } = props;
  const message = childOf(definitionOf(element), 'messageRef');
  if (message)
    return <TextField label={studioWords.message.name} value={textOf(message, 'name') || (message.id ?? '')} />;
  if (!isTimer(element)) return null;
  const isBoundary = element.type === 'bpmn:BoundaryEvent';
  return (
    <Section title={studioWords.term.heading}>
      <TimerKindField {...props} />
      <TimerFields {...props} of={studioWords.term.due} />
      {isBoundary && (
        <>
          <ChoiceField
            label={studioWords.term.role}
            value={textOf(element.businessObject, 'lianban:term')}
            options={Object.entries(studioWords.term.roles).map(([value, label]) => ({ value, label }))}
            onSave={(role) => modeler.edit.set(element, { 'lianban:term': role || undefined })}
          />
          <FlagField
            label={studioWords.term.interrupts}
            value={element.businessObject.get('cancelActivity') !== false}
            onSave={(on) => modeler.edit.set(element, { cancelActivity: on })}
          />
        </>
      )}
    </Section>
  );
}

function rename({ modeler, element }: PanelProps, name: string): void {
  if (isDrawnWhole(element)) modeler.edit.set(element, { name });
  else modeler.edit.rename(element, name);
}

/** The process has no label of its own. */
function isDrawnWhole({ type }: StudioElement): boolean {
  return type === 'bpmn:Process' || type === 'bpmn:Collaboration';
}
