import type { ReactElement } from 'react';
import { messages } from '../../../messages/messages.js';
import { studioWords } from '../../../messages/workflow-words.js';
import { textOf } from '../modeler/element.js';
import { ChoiceField, ChoicesField, FlagField, Section, TextField } from './fields.js';
import type { PanelProps } from './panel-props.js';

const words = studioWords.who;

/** Formulas that say it by the case, as the default diagrams have them. */
const byCase = [
  { value: '=station', label: words.station },
  { value: '=street', label: words.street },
  { value: '=if chosenDepartment = null then routing.department else chosenDepartment', label: words.department },
];

const flags = ['checks', 'callback', 'ruled'] as const;

/** Who handles the steps of a lane, or one step. */
export function WhoFields({ modeler, element, names }: PanelProps): ReactElement {
  const { businessObject } = element;
  const isLane = element.type === 'bpmn:Lane';
  const set = (name: string, value: string) =>
    modeler.edit.set(element, { [`lianban:${name}`]: value === '' ? undefined : value });
  const unit = textOf(businessObject, 'lianban:unit');
  const groups = textOf(businessObject, 'lianban:candidateGroups');
  const units = names.units.map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = [...byCase, ...units].some(({ value }) => value === unit);
  return (
    <Section title={words.heading}>
      <ChoiceField
        label={words.unit}
        value={unit}
        options={[
          { value: '', label: isLane ? studioWords.panel.none : words.inherit },
          ...(unit === '' || isKnown ? [] : [{ value: unit, label: studioWords.panel.formula(unit) }]),
          { label: words.byCase, options: byCase },
          { label: words.fixed, options: units },
        ]}
        onSave={(value) => set('unit', value)}
      />
      {unit.startsWith('=') && !isKnown && (
        <TextField
          label={words.unitFormula}
          hint={studioWords.panel.formulaHint}
          rows={2}
          value={unit}
          onSave={(text) => set('unit', text.trim())}
        />
      )}
      {!groups.startsWith('=') && (
        <ChoicesField
          label={words.roles}
          hint={words.rolesHint}
          value={groups.split(',').flatMap((group) => group.trim() || [])}
          options={names.roles.map(({ id, name }) => ({ value: id, label: messages.said.role(name) }))}
          onSave={(chosen) => set('candidateGroups', chosen.join(','))}
        />
      )}
      {!isLane && (
        <>
          <ChoiceField
            label={words.level}
            value={textOf(businessObject, 'lianban:level')}
            options={[
              { value: '', label: studioWords.panel.none },
              ...Object.entries(words.levels).map(([value, label]) => ({ value, label })),
            ]}
            onSave={(value) => set('level', value)}
          />
          {flags.map((flag) => (
            <FlagField
              key={flag}
              label={words[flag]}
              value={textOf(businessObject, `lianban:${flag}`) === 'true'}
              onSave={(on) => set(flag, on ? 'true' : '')}
            />
          ))}
        </>
      )}
    </Section>
  );
}
