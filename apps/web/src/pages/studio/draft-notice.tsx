import { Alert, Button } from 'antd';
import type { ReactElement } from 'react';
import { longTime } from '../../format/time.js';
import { studioWords } from '../../messages/workflow-words.js';
import type { BrowserDraft } from './browser-draft.js';

const words = studioWords.draft;

interface Props {
  /** The version from which the editor began. */
  readonly version: number;
  /** The newest version that there is. */
  readonly latest: number;
  readonly draft: BrowserDraft | undefined;
  readonly onDrop: () => void;
}

/** Tells that earlier changes go on here, and that somebody else has deployed meanwhile. */
export function DraftNotice({ version, latest, draft, onDrop }: Props): ReactElement | null {
  const basedOn = draft?.basedOn ?? version;
  const overtaken = latest > basedOn;
  if (!draft && !overtaken) return null;
  return (
    <Alert
      type={overtaken ? 'warning' : 'info'}
      banner
      title={[draft && words.restored(longTime(draft.at)), overtaken && words.overtaken(basedOn, latest)]
        .filter(Boolean)
        .join(' ')}
      action={
        <Button size="small" onClick={onDrop}>
          {draft ? words.drop : words.renew}
        </Button>
      }
    />
  );
}
