import { Button, Checkbox } from 'antd';
import type { ReactElement } from 'react';
import { studioWords } from '../../../messages/workflow-words.js';
import { extensionsOf, textOf } from '../modeler/element.js';
import { Section, TextField } from './fields.js';
import type { PanelProps } from './panel-props.js';
import styles from './panel.module.css';

const words = studioWords.outcome;
const type = 'lianban:Outcome';
const attributes = ['id', 'name', 'opinion', 'closes', 'act', 'tries'] as const;

type Outcome = Readonly<Record<string, string>>;

/** The ways in which people finish a step. */
export function OutcomeFields({ modeler, element }: PanelProps): ReactElement {
  const outcomes: readonly Outcome[] = extensionsOf(element.businessObject, type).map((each) =>
    Object.fromEntries(attributes.flatMap((name) => (textOf(each, name) ? [[name, textOf(each, name)]] : []))),
  );
  const save = (all: readonly Outcome[]) => modeler.edit.setExtensions(element, type, all);
  const change = (at: number, values: Readonly<Record<string, string | undefined>>) =>
    save(outcomes.map((each, index) => (index === at ? withValues(each, values) : each)));
  return (
    <Section title={words.heading} hint={words.hint}>
      {outcomes.map((each, index) => {
        const name = each['name'] ?? each['id'] ?? '';
        return (
          <div key={each['id'] ?? index} className={styles['item']}>
            <div className={styles['itemHead']}>
              <span>{name}</span>
              <Button
                size="small"
                type="text"
                aria-label={studioWords.panel.removeNamed(name)}
                onClick={() => save(outcomes.filter((_, at) => at !== index))}
              >
                {studioWords.panel.remove}
              </Button>
            </div>
            <div className={styles['row']}>
              <TextField
                label={words.nameOf(name)}
                bare
                value={name}
                onSave={(text) => change(index, { name: text })}
              />
              <TextField
                label={words.idOf(name)}
                bare
                value={each['id'] ?? ''}
                onSave={(text) => change(index, { id: text.trim() })}
              />
            </div>
            <div className={styles['field']}>
              <Checkbox
                checked={each['opinion'] === 'required'}
                onChange={({ target }) => change(index, { opinion: target.checked ? 'required' : 'optional' })}
              >
                {words.opinion}
              </Checkbox>
              <Checkbox
                checked={each['closes'] === 'true'}
                onChange={({ target }) => change(index, { closes: target.checked ? 'true' : undefined })}
              >
                {words.closes}
              </Checkbox>
            </div>
            {each['act'] && <p className={styles['hint']}>{words.act(each['act'])}</p>}
          </div>
        );
      })}
      <Button size="small" onClick={() => save([...outcomes, { ...fresh(outcomes), opinion: 'required' }])}>
        {words.add}
      </Button>
    </Section>
  );
}

/** A result with an id that no other has. */
function fresh(outcomes: readonly Outcome[]): { readonly id: string; readonly name: string } {
  const taken = new Set(outcomes.map((each) => each['id']));
  let number = outcomes.length + 1;
  while (taken.has(`outcome-${number}`)) number += 1;
  return { id: `outcome-${number}`, name: words.newName };
}

function withValues(outcome: Outcome, values: Readonly<Record<string, string | undefined>>): Outcome {
  const merged = Object.entries({ ...outcome, ...values });
  return Object.fromEntries(merged.filter((entry): entry is [string, string] => Boolean(entry[1])));
}
