import { Button } from 'antd';
import { useRef, type ReactElement } from 'react';

interface Props {
  readonly label: string;
  readonly loading: boolean;
  readonly onFiles: (files: readonly File[]) => void;
}

/** What is taken; the server looks at the content. */
const accept = 'image/jpeg,image/png,image/webp,image/heic,.pdf,.doc,.docx,.xls,.xlsx,.wps,audio/mpeg,.m4a,video/mp4';

/** Chooses files of the device. */
export function FileButton({ label, loading, onFiles }: Props): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button loading={loading} onClick={() => field.current?.click()}>
        {label}
      </Button>
      <input
        ref={field}
        type="file"
        multiple
        hidden
        accept={accept}
        aria-label={label}
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = ''; // so that the same file can be chosen again
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
}
