import { Select, type SelectProps } from 'antd';
import type { ReactElement } from 'react';
import { useUnitTree } from '../api/organisation.js';

interface Props extends Omit<SelectProps<string>, 'options' | 'loading' | 'showSearch'> {
  /** Id of a unit that cannot be chosen. */
  readonly but?: string;
}

/** Chooses among all units that stand; in a form item it takes value and change from there. */
export function AnyUnitSelect({ but, ...rest }: Props): ReactElement {
  const tree = useUnitTree();
  const units = (tree.data ?? []).filter(({ id, ended }) => !ended && id !== but);
  return (
    <Select<string>
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={tree.isPending}
      options={units.map(({ id, name }) => ({ value: id, label: name }))}
      {...rest}
    />
  );
}
