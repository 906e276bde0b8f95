import { Button, Dropdown } from 'antd';
import type { ReactElement } from 'react';
import { drawingWords } from '../../messages/workflow-words.js';

const words = drawingWords.decision;

interface Props {
  readonly decisions: readonly { readonly id: string; readonly name: string }[];
  readonly onOpen: (decision: string) => void;
}

/** The decision tables of the workflow. */
export function TableMenu({ decisions, onOpen }: Props): ReactElement {
  return (
    <Dropdown
      trigger={['click']}
      disabled={decisions.length === 0}
      menu={{ items: decisions.map(({ id, name }) => ({ key: id, label: name, onClick: () => onOpen(id) })) }}
    >
      <Button title={decisions.length === 0 ? words.none : ''}>{words.list}</Button>
    </Dropdown>
  );
}
