import { useRef, type ReactElement, type ReactNode } from 'react';

interface Props {
  readonly label: string;
  readonly onFiles: (files: readonly File[]) => void;
  /** What is pressed to choose; it is given what opens the choice. */
  readonly button: (choose: () => void) => ReactNode;
  /** A kind of file as of the HTML attribute, of which one is chosen; several photos and papers unless told. */
  readonly accept?: string | undefined;
}

/** What is taken; the server looks at the content. */
// Without HEIC, so that phones send their photos as JPEG, which is cleaned of where it was taken.
const papers = 'image/jpeg,image/png,image/webp,.pdf,.doc,.docx,.xls,.xlsx,.wps,audio/mpeg,.m4a,video/mp4';

/** Chooses files of the device, behind a button of the page's own kind. */
export function FileField({ label, onFiles, button, accept }: Props): ReactElement {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      {button(() => field.current?.click())}
      <input
        ref={field}
        type="file"
        multiple={accept === undefined}
        hidden
        accept={accept ?? papers}
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
