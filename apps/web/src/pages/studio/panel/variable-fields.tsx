import { Button } from 'antd';
import type { ReactElement } from 'react';
import { studioWords } from '../../../messages/workflow-words.js';
import { extensionsOf, textOf } from '../modeler/element.js';
import { Section, TextField } from './fields.js';
import type { PanelProps } from './panel-props.js';
import styles from './panel.module.css';

const words = studioWords.variable;
const type = 'lianban:Output';

/** What a step writes down for the rest of the case to see. */
export function VariableFields({ modeler, element }: PanelProps): ReactElement {
  const outputs = extensionsOf(element.businessObject, type).map((each) => ({
    source: textOf(each, 'source'),
    target: textOf(each, 'target'),
  }));
  const save = (all: typeof outputs) => modeler.edit.setExtensions(element, type, all);
  const change = (at: number, values: Partial<(typeof outputs)[number]>) =>
    save(outputs.map((each, index) => (index === at ? { ...each, ...values } : each)));
  return (
    <Section title={words.heading} hint={words.hint}>
      {outputs.map(({ source, target }, index) => (
        <div key={index} className={styles['item']}>
          <TextField
            label={words.targetOf(String(index + 1))}
            bare
            value={target}
            onSave={(text) => change(index, { target: text.trim() })}
          />
          <TextField
            label={words.sourceOf(target)}
            bare
            rows={1}
            value={source}
            onSave={(text) => change(index, { source: text.trim() })}
          />
          <Button
            size="small"
            type="text"
            aria-label={studioWords.panel.removeNamed(target)}
            onClick={() => save(outputs.filter((_, at) => at !== index))}
          >
            {studioWords.panel.remove}
          </Button>
        </div>
      ))}
      <Button size="small" onClick={() => save([...outputs, { source: 'outcome', target: 'outcome' }])}>
        {words.add}
      </Button>
    </Section>
  );
}
