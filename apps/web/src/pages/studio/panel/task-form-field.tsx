import type { ReactElement } from 'react';
import { Link } from 'react-router';
import { pageWords } from '../../../messages/page-words.js';
import { textOf } from '../modeler/element.js';
import { ChoiceField, Section } from './fields.js';
import type { PanelProps } from './panel-props.js';
import styles from './panel.module.css';

const words = pageWords.forms.studio;

/** Which form is filled in when the step is finished; it opens beside, so that the diagram stays. */
export function TaskFormField({ modeler, element, names }: PanelProps): ReactElement {
  const chosen = textOf(element.businessObject, 'lianban:taskForm');
  const known = names.forms.map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = known.some(({ value }) => value === chosen);
  const options = [
    { value: '', label: words.noForm },
    ...known,
    ...(chosen === '' || isKnown ? [] : [{ value: chosen, label: chosen }]),
  ];
  return (
    <Section title={words.heading}>
      <ChoiceField
        label={words.form}
        value={chosen}
        options={options}
        onSave={(id) => modeler.edit.set(element, { 'lianban:taskForm': id || undefined })}
      />
      <p className={styles['hint']}>
        <Link to={isKnown ? `/forms/${encodeURIComponent(chosen)}` : '/forms'} target="_blank">
          {isKnown ? words.open : words.all}
        </Link>
      </p>
    </Section>
  );
}
