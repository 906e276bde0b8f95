import { Select, type SelectProps } from 'antd';
import type { ReactElement } from 'react';
import type { UnitOfTree } from '../api/model.js';
import { useUnitTree } from '../api/organisation.js';
import { clearable } from './clearable.js';

/** What it takes beside a select of antd. */
export interface AnyUnitSelectProps extends Omit<SelectProps<string>, 'options' | 'loading' | 'showSearch'> {
  /** Id of a unit that cannot be chosen. */
  readonly but?: string;
  /** Absent: units of every kind. */
  readonly kinds?: readonly UnitOfTree['kind'][] | undefined;
}

/** Chooses among all units that stand; in a form item it takes value and change from there. */
export function AnyUnitSelect({ but, kinds, ...rest }: AnyUnitSelectProps): ReactElement {
  const tree = useUnitTree();
  const units = (tree.data ?? []).filter(
    ({ id, kind, ended }) => !ended && id !== but && (kinds?.includes(kind) ?? true),
  );
  return (
    <Select<string>
      allowClear={clearable}
      showSearch={{ optionFilterProp: 'label' }}
      loading={tree.isPending}
      options={units.map(({ id, name }) => ({ value: id, label: name }))}
      {...rest}
    />
  );
}
