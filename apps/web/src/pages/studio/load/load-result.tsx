import { Button, Segmented } from 'antd';
import { useEffect, useMemo, useState, type ReactElement } from 'react';
import type { ElementLoad } from '@lianban/bpmn';
import { HeatLegend } from '../../../components/diagram/heat-legend.js';
import { badgesOf, elementsByHeat, largestOf } from '../../../components/diagram/heat.rules.js';
import { downloadText } from '../../../components/download.js';
import { simulationWords } from '../../../messages/workflow-words.js';
import type { StudioModeler } from '../modeler/modeler.js';
import { Section } from '../panel/fields.js';
import panel from '../panel/panel.module.css';
import { messages } from '../../../messages/messages.js';
import type { LoadOutcome } from './load-order.js';
import { csvOf, stepsOf, valuesOf, type Metric, type StepLoad } from './load-table.js';
import styles from './load.module.css';

const words = simulationWords.load;
const metrics: readonly Metric[] = ['lapsed', 'median', 'arrived'];

interface Props {
  readonly modeler: StudioModeler;
  readonly processKey: string;
  /** The version that runs. */
  readonly version: number;
  readonly outcome: LoadOutcome;
  readonly seconds: number;
}

/** What a simulation came to: in words, on the diagram, and as a table. */
export function LoadResult({ modeler, processKey, version, outcome, seconds }: Props): ReactElement {
  const { drawn, running, failed, unknown } = outcome;
  const [metric, setMetric] = useState<Metric>('lapsed');
  const steps = useMemo(() => stepsOf(outcome), [outcome]);
  const values = useMemo(() => valuesOf(drawn, processKey, metric), [drawn, processKey, metric]);
  useHeat(modeler, values, metric);
  const largest = largestOf(values);
  const download = () =>
    downloadText(words.downloadName, csvOf(steps, words.downloadColumns, words.downloadRunning), 'text/csv');
  return (
    <>
      <Section title={words.result}>
        <div role="status">
          <p className={`${styles['sum']} ${styles['lead']}`}>
            {words.drawn(drawn.cases, drawn.lapsedCases, drawn.lapses)}
          </p>
          <p className={styles['sum']}>{words.running_(version, running.lapsedCases, running.lapses)}</p>
          <p className={styles['sum']}>{words.difference(drawn.lapsedCases - running.lapsedCases)}</p>
          {drawn.open > 0 && <p className={styles['sum']}>{words.open(drawn.open)}</p>}
          {drawn.incidents > 0 && <p className={styles['sum']}>{words.incidents(drawn.incidents)}</p>}
          {failed && <p className={styles['sum']}>{words.broken(failed.count, failed.reason)}</p>}
        </div>
        {unknown.length > 0 && <p className={panel['hint']}>{words.unknown(unknown.join(messages.marks.list))}</p>}
        <p className={panel['hint']}>{words.took(seconds)}</p>
      </Section>
      <Section title={words.colour}>
        <Segmented
          value={metric}
          onChange={setMetric}
          options={metrics.map((value) => ({ value, label: words.metrics[value] }))}
        />
        {largest > 0 && (
          <HeatLegend label={words.legend} largest={largest} unit={words.units[metric]} counted={metric !== 'median'} />
        )}
        <StepTable steps={steps} />
        <Button onClick={download}>{words.download}</Button>
      </Section>
    </>
  );
}

/** Colours the diagram and puts the numbers onto it, until something else is shown. */
function useHeat(modeler: StudioModeler, values: ReadonlyMap<string, number>, metric: Metric): void {
  useEffect(() => {
    const nameOf = (id: string) => modeler.element(id)?.businessObject.name ?? id;
    const titleOf = (id: string, value: string) =>
      words.badge(nameOf(id), words.metrics[metric], value, words.units[metric]);
    modeler.badge(badgesOf(values, titleOf));
    for (const [degree, ids] of elementsByHeat(values)) modeler.mark(`heat-${degree}`, ids);
    return () => {
      modeler.badge(new Map());
      for (const degree of [1, 2, 3, 4]) modeler.mark(`heat-${degree}`, new Set());
    };
  }, [modeler, values, metric]);
}

function StepTable({ steps }: { steps: readonly StepLoad[] }): ReactElement {
  const { step, ...figures } = words.columns;
  return (
    <div className={styles['tableBox']}>
      <table className={styles['table']}>
        <caption>{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{step}</th>
            {Object.values(figures).map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map(({ drawn, running }) => (
            <tr key={`${drawn.process} ${drawn.element}`}>
              <th scope="row">{drawn.name}</th>
              <Figure of={(load) => load.arrived} drawn={drawn} running={running} />
              <Figure of={(load) => load.lapsed} drawn={drawn} running={running} />
              <Figure of={(load) => load.hours?.median} drawn={drawn} running={running} />
              <Figure of={(load) => load.hours?.p90} drawn={drawn} running={running} />
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Figure(props: StepLoad & { readonly of: (load: ElementLoad) => number | undefined }): ReactElement {
  const { of, drawn, running } = props;
  return (
    <td>
      {of(drawn) ?? '—'}
      <span className={styles['before']}>{`(${(running && of(running)) ?? '—'})`}</span>
    </td>
  );
}
