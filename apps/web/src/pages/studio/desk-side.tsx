import { Tabs } from 'antd';
import type { ReactElement } from 'react';
import type { StudioFile } from '../../api/studio.js';
import { Loading } from '../../components/loading.js';
import { simulationWords } from '../../messages/workflow-words.js';
import { studioWords } from '../../messages/workflow-words.js';
import type { DeskWorkflow } from './desk-workflow.js';
import { ProblemPane } from './lint/problem-pane.js';
import type { Lint } from './lint/use-lint.js';
import { LoadPane } from './load/load-pane.js';
import { PropertiesPanel } from './panel/properties-panel.js';
import type { PanelProps } from './panel/panel-props.js';
import { ScenarioPane } from './simulation/scenario-pane.js';
import { TrialPane } from './simulation/trial-pane.js';

interface Props extends Omit<PanelProps, 'modeler' | 'element'> {
  readonly modeler: PanelProps['modeler'] | undefined;
  readonly element: PanelProps['element'] | undefined;
  readonly workflow: DeskWorkflow;
  /** The files of the version that it was begun from; none of a new workflow. */
  readonly before: readonly StudioFile[];
  readonly lint: Lint;
  readonly tab: string;
  readonly onTab: (tab: string) => void;
  readonly nameOf: (id: string) => string | undefined;
  readonly onOpen: (id: string) => void;
  readonly files: () => Promise<readonly StudioFile[]>;
  readonly filesOf: (processKey: string) => Promise<readonly StudioFile[]>;
}

/** What stands beside the canvas: settings, problems, trial runs, scenarios, past cases. */
export function DeskSide(props: Props): ReactElement {
  const { modeler, element, names, workflow, lint, tab, onTab, nameOf, onOpen, files, filesOf } = props;
  if (!modeler || !element) return <Loading lines={4} />;
  const run = { modeler, names, processKey: workflow.key, files, filesOf };
  return (
    <Tabs
      activeKey={tab}
      onChange={onTab}
      tabBarStyle={{ padding: '0 16px', marginBottom: 0 }}
      items={[
        {
          key: 'settings',
          label: studioWords.tabSettings,
          children: (
            <PropertiesPanel
              key={element.id}
              modeler={modeler}
              element={element}
              names={names}
              onOpenTable={props.onOpenTable}
              onNewTable={props.onNewTable}
            />
          ),
        },
        {
          key: 'problems',
          label: studioWords.tabProblems(lint.problems.length),
          children: <ProblemPane lint={lint} nameOf={nameOf} onOpen={onOpen} />,
        },
        {
          key: 'trial',
          label: studioWords.tabSimulation,
          destroyOnHidden: true,
          children: <TrialPane {...run} />,
        },
        {
          key: 'scenario',
          label: simulationWords.scenario.tab,
          destroyOnHidden: true,
          children: <ScenarioPane {...run} />,
        },
        // What was never deployed has no past cases.
        ...(workflow.version === 0
          ? []
          : [
              {
                key: 'load',
                label: simulationWords.load.tab,
                children: <LoadPane {...run} version={workflow.version} before={props.before} />,
              },
            ]),
      ]}
    />
  );
}
