import { Collapse } from 'antd';
import type { ReactElement } from 'react';
import type { Variables } from '@lianban/bpmn';
import { studioWords } from '../../../messages/workflow-words.js';
import { TextField } from '../panel/fields.js';

const words = studioWords.trial;

/** Variables as JSON, folded away: for what fields cannot say, such as lists. */
export function JsonField({ value, onChange }: { value: string; onChange: (text: string) => void }): ReactElement {
  return (
    <Collapse
      ghost
      size="small"
      items={[
        {
          key: 'json',
          label: words.json,
          children: (
            <TextField label={words.json} bare hint={words.jsonHint} rows={2} value={value} onSave={onChange} />
          ),
        },
      ]}
    />
  );
}

/** The variables that a JSON text names; none of an empty one. @throws SyntaxError when it is not written properly */
export function jsonValues(text: string): Variables {
  if (text.trim() === '') return {};
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new SyntaxError('not an object');
  return value as Variables;
}
