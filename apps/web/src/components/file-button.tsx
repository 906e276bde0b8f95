import { Button } from 'antd';
import type { ReactElement } from 'react';
import { FileField } from './file-field.js';

interface Props {
  readonly label: string;
  readonly loading: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  /** A kind of file as of the HTML attribute, of which one is chosen; several photos and papers unless told. */
  readonly accept?: string;
}

/** Chooses files of the device. */
export function FileButton({ label, loading, onFiles, accept }: Props): ReactElement {
  return (
    <FileField
      label={label}
      onFiles={onFiles}
      accept={accept}
      button={(choose) => (
        <Button loading={loading} onClick={choose}>
          {label}
        </Button>
      )}
    />
  );
}
