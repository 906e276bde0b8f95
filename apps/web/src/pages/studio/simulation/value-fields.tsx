import { AutoComplete, InputNumber, Select } from 'antd';
import { useId, type ReactElement } from 'react';
import type { AskedValue, JsonValue } from '@lianban/bpmn';
import { useCategories, useKinds } from '../../../api/reference.js';
import { clearable } from '../../../components/clearable.js';
import { studioWords } from '../../../messages/workflow-words.js';
import type { StudioNames } from '../panel/panel-props.js';
import panel from '../panel/panel.module.css';
import { controlOf, valueTyped } from './asked-values.js';

const words = studioWords.trial;

interface Option {
  readonly value: string;
  readonly label: string;
}

interface Props {
  readonly asked: readonly AskedValue[];
  readonly names: StudioNames;
  readonly valueOf: (path: string) => JsonValue | undefined;
  readonly onChange: (path: string, value: JsonValue | undefined) => void;
}

/** A field for each value that the diagram reads: a choice where it is known what there is, else what it is compared with. */
export function ValueFields({ asked, names, valueOf, onChange }: Props): ReactElement {
  const choices = useChoices(names);
  return (
    <>
      {asked.map((each) => (
        <ValueField
          key={each.path}
          asked={each}
          choices={choices[each.path]}
          value={valueOf(each.path)}
          onChange={(value) => onChange(each.path, value)}
        />
      ))}
    </>
  );
}

interface FieldProps {
  readonly asked: AskedValue;
  /** All that can be chosen, where that is known. */
  readonly choices: readonly Option[] | undefined;
  readonly value: JsonValue | undefined;
  readonly onChange: (value: JsonValue | undefined) => void;
}

function ValueField(props: FieldProps): ReactElement {
  const id = useId();
  const { path } = props.asked;
  return (
    <div className={panel['field']}>
      <label htmlFor={id} className={panel['label']}>
        {words.valueNames[path] ?? path}
      </label>
      <Control {...props} id={id} />
    </div>
  );
}

function Control({ asked, choices, value, onChange, id }: FieldProps & { readonly id: string }): ReactElement {
  const shared = { id, className: panel['wide'] ?? '', placeholder: words.empty };
  if (choices)
    return (
      <Select
        {...shared}
        allowClear={clearable}
        showSearch={{ optionFilterProp: 'label' }}
        options={[...choices]}
        value={typeof value === 'string' ? value : null}
        onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)}
      />
    );
  switch (controlOf(asked)) {
    case 'flag':
      return (
        <Select
          {...shared}
          allowClear={clearable}
          options={[
            { value: 1, label: words.yes },
            { value: 0, label: words.no },
          ]}
          value={typeof value === 'boolean' ? Number(value) : null}
          onChange={(chosen: number | null | undefined) => onChange(chosen == null ? undefined : chosen === 1)}
        />
      );
    case 'number':
      return (
        <InputNumber
          {...shared}
          value={typeof value === 'number' ? value : null}
          onChange={(number) => onChange(number ?? undefined)}
        />
      );
    case 'text':
      return (
        <AutoComplete
          {...shared}
          options={asked.values.map((each) => ({ value: String(each) }))}
          value={textOf(value)}
          onChange={(text: string) => onChange(valueTyped(text, asked))}
        />
      );
  }
}

/** Those of the values that cases have by themselves, by path. */
function useChoices(names: StudioNames): Readonly<Record<string, readonly Option[]>> {
  const categories = useCategories().data;
  const kinds = useKinds().data;
  const unitsOf = (...among: readonly string[]) =>
    names.units
      .filter(({ kind }) => among.length === 0 || among.includes(kind))
      .map(({ id, name }) => ({ value: id, label: name }));
  const handling = unitsOf('department', 'office');
  return {
    station: unitsOf('station'),
    street: unitsOf('street'),
    unit: unitsOf(),
    precedent: handling,
    chosenDepartment: handling,
    'returned.unit': handling,
    'returned.suggestedUnit': handling,
    urgency: Object.entries(words.urgencies).map(([value, label]) => ({ value, label })),
    ...(categories && { category: categories.map(({ code, path }) => ({ value: code, label: path })) }),
    ...(kinds && { kind: kinds.map(({ code, name }) => ({ value: code, label: name })) }),
  };
}

function textOf(value: JsonValue | undefined): string {
  if (value === undefined || value === null) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
