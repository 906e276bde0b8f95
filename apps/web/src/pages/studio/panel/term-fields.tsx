import { Button } from 'antd';
import type { ReactElement } from 'react';
import { studioWords } from '../../../messages/workflow-words.js';
import { nameOf, type StudioElement } from '../modeler/element.js';
import { addTerm, setLapse, termsOf, type StepTerm, type TermRole } from '../modeler/terms.js';
import { ChoiceField, Section } from './fields.js';
import type { PanelProps } from './panel-props.js';
import { TimerFields } from './timer-fields.js';
import styles from './panel.module.css';

const words = studioWords.term;
const usual = { warning: 'P2D', due: 'P3D' } as const;
const goesOn = '';

/** Until when a step is to be done, when it is reminded of, and what happens if it is not done. */
export function TermFields(props: PanelProps): ReactElement {
  const { modeler, element } = props;
  const terms = termsOf(element);
  const missing = (['due', 'warning'] as const).filter((role) => terms.every((term) => term.role !== role));
  const add = (role: TermRole) =>
    modeler.edit.atOnce(() => {
      const [name, endName] =
        role === 'due' ? [words.newDue, studioWords.preset.overdue] : [words.newWarning, studioWords.preset.reminded];
      addTerm(modeler.edit, element, { role, duration: usual[role], name, endName });
    });
  return (
    <Section title={words.heading}>
      {terms.length === 0 && <p className={styles['hint']}>{words.none}</p>}
      {terms.map((term) => (
        <div key={term.event.id} className={styles['item']}>
          <div className={styles['itemHead']}>
            <span>{words[term.role]}</span>
            <Button
              size="small"
              type="text"
              aria-label={studioWords.panel.removeNamed(words[term.role])}
              onClick={() => removeTerm(props, term)}
            >
              {studioWords.panel.remove}
            </Button>
          </div>
          <TimerFields {...props} element={term.event} of={words[term.role]} />
          {term.role === 'due' && <LapseField {...props} term={term} />}
        </div>
      ))}
      <div className={styles['acts']}>
        {missing.map((role) => (
          <Button key={role} size="small" onClick={() => add(role)}>
            {role === 'due' ? words.addDue : words.addWarning}
          </Button>
        ))}
      </div>
    </Section>
  );
}

function LapseField({ modeler, element, term }: PanelProps & { readonly term: StepTerm }): ReactElement {
  const target = term.interrupts ? (term.flow?.target?.id ?? goesOn) : goesOn;
  const targets = modeler.elements().filter((each) => canFollow(each, element));
  return (
    <ChoiceField
      label={words.lapse}
      value={target}
      options={[
        { value: goesOn, label: words.lapseStays },
        ...targets.map((each) => ({ value: each.id, label: words.lapseGoes(nameOf(each)) })),
      ]}
      onSave={(id) => setLapse(modeler.edit, term, modeler.element(id), studioWords.preset.overdue)}
    />
  );
}

/** Steps, branches and ends of the same process or sub-process. */
function canFollow({ type, businessObject, id }: StudioElement, step: StudioElement): boolean {
  const place = (of: StudioElement['businessObject']) => (of as { $parent?: object }).$parent;
  const kind = /Task$|Gateway$|CallActivity$|SubProcess$|EndEvent$/u.test(type);
  return kind && id !== step.id && place(businessObject) === place(step.businessObject);
}

function removeTerm({ modeler }: PanelProps, { event, flow }: StepTerm): void {
  const end = flow?.target;
  const alone = end?.type === 'bpmn:EndEvent' && end.incoming?.length === 1 ? [end] : [];
  modeler.edit.remove(event, ...alone);
}
