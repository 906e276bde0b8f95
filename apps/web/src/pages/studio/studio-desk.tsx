import { Tabs } from 'antd';
import { useCallback, useEffect, useMemo, useState, type ReactElement } from 'react';
import type { Workflow, WorkflowNames } from '../../api/model.js';
import { findWorkflowFiles, type StudioFile } from '../../api/studio.js';
import { useWorkflows } from '../../api/workflows.js';
import { Failure } from '../../components/failure.js';
import { Loading } from '../../components/loading.js';
import { simulationWords } from '../../messages/workflow-words.js';
import heat from '../../components/diagram/heat.module.css';
import { useLeaveGuard } from '../../hooks/use-leave-guard.js';
import { studioWords } from '../../messages/workflow-words.js';
import { dropDraft, findDraft } from './browser-draft.js';
import { DeployDialog } from './deploy/deploy-dialog.js';
import { DraftNotice } from './draft-notice.js';
import { LoadPane } from './load/load-pane.js';
import { draftState } from './draft-state.js';
import { ProblemPane } from './lint/problem-pane.js';
import { useLint } from './lint/use-lint.js';
import type { StudioNames } from './panel/panel-props.js';
import { ScenarioPane } from './simulation/scenario-pane.js';
import { TrialPane } from './simulation/trial-pane.js';
import { PropertiesPanel } from './panel/properties-panel.js';
import { decisionsIn, splitFiles } from './studio-files.js';
import { Toolbar } from './toolbar.js';
import { useAutosave } from './use-autosave.js';
import { useModeler } from './use-modeler.js';
import styles from './studio.module.css';

interface Props {
  readonly workflow: Workflow;
  readonly files: readonly StudioFile[];
  readonly names: WorkflowNames;
  /** The newest version that there is by now. */
  readonly latest: number;
  /** Begins anew from the newest version, without what was changed. */
  readonly onRenew: () => void;
}

/** The canvas with what stands beside it: settings, problems, a trial run. */
export function StudioDesk({ workflow, files, names, latest, onRenew }: Props): ReactElement {
  const { main, others } = useMemo(() => {
    const split = splitFiles(files, workflow.key);
    return split ?? { main: { name: '', content: '' }, others: files };
  }, [files, workflow.key]);
  const [draft] = useState(() => findDraft(workflow.key));
  const { container, modeler, element, changes, broken } = useModeler(draft?.content ?? main.content);
  const known = useStudioNames(names, others);
  const [tab, setTab] = useState('settings');
  const [deploying, setDeploying] = useState(false);
  const basedOn = draft?.basedOn ?? workflow.version;
  const keeping = useAutosave({ processKey: workflow.key, basedOn }, modeler, changes);
  useLeaveGuard(changes !== keeping.kept);
  const current = useCallback(
    async () => (modeler ? [{ name: main.name, content: await modeler.xml() }, ...others] : files),
    [modeler, main.name, others, files],
  );
  const filesOf = useFilesOfLatest();
  const lint = useLint(current, known, changes);
  useEffect(() => {
    const at = (severity: 'error' | 'warning') =>
      new Set(lint.problems.flatMap((problem) => (problem.severity === severity ? (problem.element ?? []) : [])));
    modeler?.mark('has-error', at('error'));
    modeler?.mark('has-warning', at('warning'));
  }, [modeler, lint.problems, changes]);
  if (broken) return <Failure error={new Error(studioWords.broken)} />;
  return (
    <div className={`sheet ${styles['desk']}`}>
      <Toolbar
        modeler={modeler}
        element={element}
        mayDeploy={modeler !== undefined}
        state={draftState(changes, keeping)}
        onDeploy={() => setDeploying(true)}
      />
      <DraftNotice version={workflow.version} latest={latest} draft={draft} onDrop={onRenew} />
      <div className={styles['work']}>
        <div ref={container} className={`${styles['canvas']} ${heat['heated']}`} />
        <aside className={styles['side']} aria-label={studioWords.side}>
          {modeler && element ? (
            <Tabs
              activeKey={tab}
              onChange={setTab}
              tabBarStyle={{ padding: '0 16px', marginBottom: 0 }}
              items={[
                {
                  key: 'settings',
                  label: studioWords.tabSettings,
                  children: <PropertiesPanel key={element.id} modeler={modeler} element={element} names={known} />,
                },
                {
                  key: 'problems',
                  label: studioWords.tabProblems(lint.problems.length),
                  children: (
                    <ProblemPane
                      lint={lint}
                      nameOf={(id) => modeler.element(id)?.businessObject.name}
                      onOpen={(id) => modeler.select(id)}
                    />
                  ),
                },
                {
                  key: 'trial',
                  label: studioWords.tabSimulation,
                  destroyOnHidden: true,
                  children: (
                    <TrialPane
                      modeler={modeler}
                      names={known}
                      processKey={workflow.key}
                      files={current}
                      filesOf={filesOf}
                    />
                  ),
                },
                {
                  key: 'scenario',
                  label: simulationWords.scenario.tab,
                  destroyOnHidden: true,
                  children: (
                    <ScenarioPane
                      modeler={modeler}
                      names={known}
                      processKey={workflow.key}
                      files={current}
                      filesOf={filesOf}
                    />
                  ),
                },
                {
                  key: 'load',
                  label: simulationWords.load.tab,
                  destroyOnHidden: true,
                  children: (
                    <LoadPane
                      modeler={modeler}
                      names={known}
                      processKey={workflow.key}
                      version={workflow.version}
                      before={files}
                      files={current}
                      filesOf={filesOf}
                    />
                  ),
                },
              ]}
            />
          ) : (
            <Loading lines={4} />
          )}
        </aside>
      </div>
      {deploying && (
        <DeployDialog
          workflow={workflow}
          before={files}
          files={current}
          lint={lint}
          onShowProblems={() => {
            setDeploying(false);
            setTab('problems');
          }}
          onDeployed={() => dropDraft(workflow.key)}
          onClose={(isNew) => {
            setDeploying(false);
            if (isNew) onRenew();
          }}
        />
      )}
    </div>
  );
}

/** What the installation knows, with other workflows and the tables beside the diagram. */
function useStudioNames(names: WorkflowNames, others: readonly StudioFile[]): StudioNames {
  const workflows = useWorkflows().data;
  return useMemo(() => {
    const processes = (workflows ?? []).map(({ key, name }) => ({ id: key, name }));
    return { ...names, processes, decisions: decisionsIn(others) };
  }, [names, workflows, others]);
}

/** Looks up what is deployed with the latest version of another workflow. */
function useFilesOfLatest(): (processKey: string) => Promise<readonly StudioFile[]> {
  const workflows = useWorkflows().data;
  return useCallback(
    async (processKey) => {
      const found = workflows?.find(({ key }) => key === processKey);
      return found ? await findWorkflowFiles(found.key, found.version) : [];
    },
    [workflows],
  );
}
