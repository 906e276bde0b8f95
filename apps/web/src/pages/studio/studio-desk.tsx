import { useCallback, useEffect, useState, type ReactElement } from 'react';
import type { WorkflowNames, WorkflowPresence } from '../../api/model.js';
import type { StudioFile } from '../../api/studio.js';
import heat from '../../components/diagram/heat.module.css';
import { Failure } from '../../components/failure.js';
import { useLeaveGuard } from '../../hooks/use-leave-guard.js';
import { drawingWords } from '../../messages/workflow-words.js';
import { studioWords } from '../../messages/workflow-words.js';
import { TableStage } from './decision/table-stage.js';
import { useOpenTable } from './decision/use-open-table.js';
import { DeployDialog } from './deploy/deploy-dialog.js';
import { DeskSide } from './desk-side.js';
import type { DeskWorkflow } from './desk-workflow.js';
import type { BrowserDraft } from './drafts/browser-draft.js';
import { DraftNotice } from './drafts/draft-notice.js';
import { draftState } from './drafts/draft-state.js';
import { useAutosave } from './drafts/use-autosave.js';
import { findDecisionPlace } from './files/decision-places.js';
import { FileMenu } from './files/file-menu.js';
import { useDeskFiles } from './files/use-desk-files.js';
import { KeysHelp } from './keys-help.js';
import { useLint } from './lint/use-lint.js';
import type { StudioModeler } from './modeler/modeler.js';
import { TableMenu } from './table-menu.js';
import { Toolbar } from './toolbar.js';
import { useModeler } from './use-modeler.js';
import { useFilesOfLatest, useStudioNames } from './use-studio-names.js';
import styles from './studio.module.css';

/** What the desk is laid out with. */
export interface DeskProps {
  readonly workflow: DeskWorkflow;
  /** The files of that version; none of a new workflow. */
  readonly before: readonly StudioFile[];
  readonly draft: BrowserDraft | undefined;
  readonly names: WorkflowNames;
  readonly presence: WorkflowPresence | undefined;
  /** A decision that is opened at once. */
  readonly table: string | undefined;
  /** Begins anew from the newest version, without what was changed. */
  readonly onDrop: () => void;
  /** Goes on with the draft that the server has. */
  readonly onTakeTheirs: () => void;
  readonly onDeployed: () => void;
  /** Begins anew after a deployment. */
  readonly onRenew: () => void;
}

/** The canvas with what stands beside it. */
export function StudioDesk(props: DeskProps): ReactElement {
  const { workflow, before, draft, names, presence, onDrop, onTakeTheirs, onDeployed, onRenew } = props;
  const [begun] = useState(draft?.files ?? before);
  const desk = useDeskFiles(begun, workflow.key);
  const { diagram, others } = desk;
  const { container, modeler, element, changes: drawn, broken } = useModeler(diagram.content);
  // What this browser has and the server never got counts as a change.
  const changes = drawn + desk.changes + (isOnlyHere(draft) ? 1 : 0);
  const known = useStudioNames(names, others);
  const [tab, setTab] = useState('settings');
  const [deploying, setDeploying] = useState(false);
  const table = useOpenTable(others, props.table);
  const current = useCallback(
    async () => (modeler ? [{ name: diagram.name, content: await modeler.xml() }, ...others] : begun),
    [modeler, diagram.name, others, begun],
  );
  const origin = { processKey: workflow.key, name: workflow.name, basedOn: workflow.version };
  const { keeping, overwrite } = useAutosave(
    { ...origin, revision: draft?.revision ?? 0 },
    // What is deployed must not come back as a draft.
    deploying ? undefined : modeler && current,
    changes,
  );
  const state = draftState(changes, keeping);
  useLeaveGuard(changes !== keeping.kept && changes !== keeping.sent);
  const filesOf = useFilesOfLatest();
  const lint = useLint(current, known, changes);
  useMarks(modeler, lint.problems, changes);
  const openTable = (id: string) => {
    table.open(id);
    setTab('problems');
  };
  const open = (id: string) => {
    if (!modeler?.element(id)) return openTable(id);
    table.close();
    modeler.select(id);
  };
  if (broken) return <Failure error={new Error(studioWords.broken)} />;
  return (
    <div className={`sheet ${styles['desk']}`}>
      <Toolbar
        modeler={modeler}
        undoing={table.file ? table.undoing : modeler}
        element={element}
        state={state}
        onDeploy={() => setDeploying(true)}
      >
        <TableMenu decisions={known.decisions} onOpen={openTable} />
        <FileMenu processKey={workflow.key} modeler={modeler} onImport={desk.importDiagram} />
        <KeysHelp />
      </Toolbar>
      <DraftNotice
        processKey={workflow.key}
        version={workflow.version}
        presence={presence}
        draft={draft}
        isMoved={keeping.unsent === 'moved'}
        onDrop={onDrop}
        onTakeTheirs={onTakeTheirs}
        onTakeMine={overwrite}
      />
      <div className={styles['work']}>
        <div className={styles['stage']}>
          <div
            ref={container}
            className={`${styles['canvas']} ${heat['heated']}`}
            data-covered={table.file !== undefined}
          />
          <TableStage processKey={workflow.key} desk={desk} table={table} />
        </div>
        <aside className={styles['side']} aria-label={studioWords.side}>
          <DeskSide
            modeler={modeler}
            element={element}
            names={known}
            workflow={workflow}
            before={before}
            lint={lint}
            tab={tab}
            onTab={setTab}
            nameOf={(id) => nameOf(modeler, others, id)}
            onOpen={open}
            onOpenTable={openTable}
            onNewTable={desk.addTable}
            files={current}
            filesOf={filesOf}
          />
        </aside>
      </div>
      {deploying && (
        <DeployDialog
          workflow={workflow}
          latest={presence?.latest ?? undefined}
          before={before}
          files={current}
          lint={lint}
          onShowProblems={() => {
            setDeploying(false);
            setTab('problems');
          }}
          onDeployed={onDeployed}
          onClose={(isNew) => {
            setDeploying(false);
            if (isNew) onRenew();
          }}
        />
      )}
    </div>
  );
}

/** What an element of the diagram or a part of a decision table is called. */
function nameOf(modeler: StudioModeler | undefined, others: readonly StudioFile[], id: string): string | undefined {
  const element = modeler?.element(id);
  if (element) return element.businessObject.name;
  const place = findDecisionPlace(others, id);
  if (!place) return undefined;
  const { decision, rule } = place;
  return rule ? drawingWords.decision.rule(decision.name, rule.row) : drawingWords.decision.of(decision.name);
}

/** Shows in the diagram where problems are. */
function useMarks(
  modeler: StudioModeler | undefined,
  problems: ReturnType<typeof useLint>['problems'],
  changes: number,
) {
  useEffect(() => {
    const at = (severity: 'error' | 'warning') =>
      new Set(problems.flatMap((problem) => (problem.severity === severity ? (problem.element ?? []) : [])));
    modeler?.mark('has-error', at('error'));
    modeler?.mark('has-warning', at('warning'));
  }, [modeler, problems, changes]);
}

function isOnlyHere(draft: BrowserDraft | undefined): boolean {
  return draft !== undefined && !draft.synced;
}
