import { Button } from 'antd';
import type { ReactElement } from 'react';
import { FileField } from './file-field.js';

interface Props {
  readonly label: string;
  readonly loading: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** Chooses files of the device. */
export function FileButton({ label, loading, onFiles }: Props): ReactElement {
  return (
    <FileField
      label={label}
      onFiles={onFiles}
      button={(choose) => (
        <Button loading={loading} onClick={choose}>
          {label}
        </Button>
      )}
    />
  );
}
