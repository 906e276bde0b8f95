import { Alert, Button, Popconfirm, Space } from 'antd';
import { useState, type ReactElement } from 'react';
import type { WorkflowPresence } from '../../../api/model.js';
import { longTime } from '../../../format/time.js';
import { messages } from '../../../messages/messages.js';
import { drawingWords } from '../../../messages/workflow-words.js';
import { studioWords } from '../../../messages/workflow-words.js';
import { ChangesDialog } from '../deploy/changes-dialog.js';
import type { BrowserDraft } from './browser-draft.js';

const words = studioWords.draft;
const { presence: told, overtaken: over, moved } = drawingWords;

interface Props {
  readonly processKey: string;
  /** The version from which the editor began; 0 for a new workflow. */
  readonly version: number;
  readonly presence: WorkflowPresence | undefined;
  readonly draft: BrowserDraft | undefined;
  /** Whether one went on with the draft elsewhere. */
  readonly isMoved: boolean;
  readonly onDrop: () => void;
  readonly onTakeTheirs: () => void;
  readonly onTakeMine: () => void;
}

/** Tells that earlier changes go on here, who else is at the workflow, and that somebody has deployed meanwhile. */
export function DraftNotice(props: Props): ReactElement {
  const { processKey, version, presence, draft, isMoved, onDrop, onTakeTheirs, onTakeMine } = props;
  const [comparing, setComparing] = useState(false);
  const latest = presence?.latest ?? undefined;
  const overtaken = latest && latest.version > version ? latest : undefined;
  return (
    <div aria-live="polite">
      {isMoved && (
        <Alert
          type="warning"
          banner
          title={moved.title}
          action={
            <Space wrap>
              <Button size="small" onClick={onTakeTheirs}>
                {moved.theirs}
              </Button>
              <Button size="small" onClick={onTakeMine}>
                {moved.mine}
              </Button>
            </Space>
          }
        />
      )}
      <OthersNotice presence={presence} />
      {overtaken && (
        <Alert
          type="warning"
          banner
          title={over.by(
            overtaken.version,
            overtaken.deployedBy || over.program,
            longTime(overtaken.deployedAt),
            version,
          )}
          action={
            <Space wrap>
              {version > 0 && (
                <Button size="small" onClick={() => setComparing(true)}>
                  {over.show}
                </Button>
              )}
              <Popconfirm title={words.dropLoses} onConfirm={onDrop}>
                <Button size="small">{words.renew}</Button>
              </Popconfirm>
            </Space>
          }
        />
      )}
      {draft && (
        <Alert
          type="info"
          banner
          title={words.restored(longTime(draft.at))}
          action={
            <Popconfirm title={words.dropLoses} onConfirm={onDrop}>
              <Button size="small">{words.drop}</Button>
            </Popconfirm>
          }
        />
      )}
      {comparing && overtaken && (
        <ChangesDialog
          processKey={processKey}
          from={version}
          to={overtaken.version}
          onClose={() => setComparing(false)}
        />
      )}
    </div>
  );
}

/** Who else has it open or has changes of their own. */
function OthersNotice({ presence }: Pick<Props, 'presence'>): ReactElement | null {
  const editors = presence?.editors ?? [];
  const open = editors.flatMap(({ name, openSince }) => (openSince ? told.person(name, longTime(openSince)) : []));
  const drafts = editors.flatMap(({ name, draftSavedAt }) =>
    draftSavedAt ? told.personDraft(name, longTime(draftSavedAt)) : [],
  );
  if (open.length + drafts.length === 0) return null;
  const parts = [
    open.length > 0 && told.open(open.join(messages.marks.list)),
    drafts.length > 0 && told.drafts(drafts.join(messages.marks.list)),
  ];
  return <Alert type="warning" banner title={`${parts.filter(Boolean).join('')}${told.agree}`} />;
}
