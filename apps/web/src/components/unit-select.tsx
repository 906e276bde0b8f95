import { Select, type SelectProps } from 'antd';
import type { ReactElement } from 'react';
import { useUnits, type ChosenKind } from '../api/reference.js';
import { clearable } from './clearable.js';

interface Props extends Omit<SelectProps<string | string[]>, 'options' | 'loading' | 'showSearch'> {
  readonly kinds: readonly ChosenKind[];
}

/** Chooses units by their names; in a form item it takes value and change from there. */
export function UnitSelect({ kinds, ...rest }: Props): ReactElement {
  const { units, isPending } = useUnits(kinds);
  return (
    <Select<string | string[]>
      allowClear={clearable}
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      options={units.map(({ id, name }) => ({ value: id, label: name }))}
      {...rest}
    />
  );
}
