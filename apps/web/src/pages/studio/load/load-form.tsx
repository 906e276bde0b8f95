import { Button, InputNumber } from 'antd';
import { useId, type ReactElement } from 'react';
import { FileField } from '../../../components/file-field.js';
import { simulationWords } from '../../../messages/workflow-words.js';
import { givenToCases } from '../given-to-cases.js';
import { ChoiceField, Section } from '../panel/fields.js';
import type { StudioNames } from '../panel/panel-props.js';
import panel from '../panel/panel.module.css';
import { JsonField } from '../simulation/json-field.js';
import { ValueFields } from '../simulation/value-fields.js';
import { mostCases, type LoadSettings } from './find-load.js';

const words = simulationWords.load;
const sources: readonly LoadSettings['source'][] = ['last', 'month', 'file'];
/** Working hours that may be said of a step. */
const mostHours = 1_000;

/** Of every case, whatever the diagram asks for. */
const usual = [...givenToCases].map((path) => ({ path, values: [] }));

interface Props {
  readonly settings: LoadSettings;
  readonly names: StudioNames;
  readonly calendars: StudioNames['calendars'];
  readonly onChange: (settings: LoadSettings) => void;
}

/** Which cases are simulated, and what is not known of them. */
export function LoadForm({ settings, names, calendars, onChange }: Props): ReactElement {
  const { source, count, given, calendar, unknownHours } = settings;
  const set = (change: Partial<LoadSettings>) => onChange({ ...settings, ...change });
  return (
    <>
      <ChoiceField
        label={words.source}
        value={source}
        options={sources.map((value) => ({ value, label: words.sources[value] }))}
        onSave={(chosen) => set({ source: sources.find((each) => each === chosen) ?? source })}
      />
      {source === 'last' && (
        <NumberField label={words.count} value={count} most={mostCases} onSave={(value) => set({ count: value })} />
      )}
      {source === 'file' ? (
        <>
          <LetterField file={settings.file} onFile={(file) => set({ file })} />
          <Section title={words.given}>
            <ValueFields
              asked={usual}
              names={names}
              valueOf={(path) => given[path]}
              onChange={(path, value) => set({ given: { ...given, [path]: value } })}
            />
            <JsonField value={settings.json} onChange={(json) => set({ json })} />
          </Section>
        </>
      ) : (
        <NumberField
          label={words.unknownHours}
          value={unknownHours}
          most={mostHours}
          onSave={(value) => set({ unknownHours: value })}
        />
      )}
      {calendars.length > 1 && (
        <ChoiceField
          label={words.calendar}
          value={calendar}
          options={calendars.map(({ id, name }) => ({ value: id, label: name }))}
          onSave={(chosen) => set({ calendar: chosen })}
        />
      )}
      {source !== 'file' && <p className={panel['hint']}>{words.facts}</p>}
    </>
  );
}

function NumberField(props: {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onSave: (value: number) => void;
}): ReactElement {
  const id = useId();
  return (
    <div className={panel['field']}>
      <label htmlFor={id} className={panel['label']}>
        {props.label}
      </label>
      <InputNumber
        id={id}
        min={1}
        max={props.most}
        precision={0}
        value={props.value}
        onChange={(value) => props.onSave(value ?? props.value)}
      />
    </div>
  );
}

function LetterField({ file, onFile }: { file: File | undefined; onFile: (file: File) => void }): ReactElement {
  return (
    <div className={panel['field']}>
      <FileField
        label={words.file}
        accept=".csv,text/csv"
        onFiles={([chosen]) => {
          if (chosen) onFile(chosen);
        }}
        button={(choose) => <Button onClick={choose}>{words.file}</Button>}
      />
      <p className={panel['hint']}>{file ? file.name : words.fileHint}</p>
    </div>
  );
}
