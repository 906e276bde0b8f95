import { Form, Input, InputNumber, Switch } from 'antd';
import { useState, type ReactElement } from 'react';
import type { ReferenceEntry, ReferenceEntryDraft, ReferenceField, ReferenceList } from '../../api/model.js';
import { useEntryChanges, useSaveEntry } from '../../api/reference-lists.js';
import { FormDrawer } from '../../components/form-drawer.js';
import { given, written } from '../../format/field-rules.js';
import { messages } from '../../messages/messages.js';
import { ChangeHistory } from './change-history.js';
import { emptyValue, OwnField } from './own-field.js';
import { useFieldNames } from './use-field-names.js';

const words = messages.lists;
const { admin } = messages;

type Values = Omit<ReferenceEntryDraft, 'version'> & { readonly code: string };

interface Props {
  readonly list: ReferenceList;
  readonly entry: ReferenceEntry | 'new';
  readonly onClose: () => void;
}

/** One entry of a list: what it is, and how it came to be so. */
export function EntryDrawer({ list, entry: edited, onClose }: Props): ReactElement {
  // What was there when it was opened: a newer version must not be taken for the one that was edited.
  const [entry] = useState(() => (edited === 'new' ? newEntry(list) : edited));
  const isNew = edited === 'new';
  const isFixed = list.fixed.includes(entry.code);
  return (
    <FormDrawer
      title={isNew ? `${admin.add}${words.names[list.key] ?? ''}` : admin.editOf(entry.name)}
      width={480}
      act={useSaveEntry()}
      toAct={({ code, ...draft }: Values) => ({
        list: list.key,
        code: code ?? entry.code,
        draft: { ...draft, version: entry.version },
      })}
      initial={entry}
      done={admin.saved}
      onClose={onClose}
      below={!isNew && <History list={list} code={entry.code} />}
    >
      {isNew && (
        <Form.Item
          name="code"
          label={admin.code}
          extra={words.codeHint}
          rules={[{ required: true, pattern: /^[a-z][a-z0-9-]{1,39}$/u, message: words.codeWrong }]}
        >
          <Input autoComplete="off" maxLength={40} />
        </Form.Item>
      )}
      <Form.Item name="name" label={admin.name} rules={written(messages.missing.fill(admin.name))}>
        <Input autoComplete="off" maxLength={50} />
      </Form.Item>
      {list.fields.filter(bearsOn(entry)).map((field) => (
        <OwnField key={field.key} field={field} />
      ))}
      <Form.Item name="position" label={admin.position} rules={given(messages.missing.fill(admin.position))}>
        <InputNumber min={0} max={9_999} precision={0} />
      </Form.Item>
      <Form.Item name="active" label={admin.active} valuePropName="checked" extra={isFixed && words.fixed}>
        <Switch disabled={isFixed} />
      </Form.Item>
      <Form.Item
        name="note"
        label={words.note}
        extra={words.noteHint}
        rules={list.needsNote ? written(messages.missing.fill(words.note)) : []}
      >
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={1_000} />
      </Form.Item>
    </FormDrawer>
  );
}

function History({ list, code }: { list: ReferenceList; code: string }): ReactElement {
  return <ChangeHistory changes={useEntryChanges(list.key, code)} names={useFieldNames(list)} />;
}

function bearsOn({ values }: ReferenceEntry): (field: ReferenceField) => boolean {
  return ({ key, notForAll }) => notForAll !== true || values[key] !== null;
}

function newEntry({ entries, fields }: ReferenceList): ReferenceEntry {
  const values = Object.fromEntries(
    fields.map(({ key, kind }) => [key, kind === 'process' ? (entries[0]?.values[key] ?? '') : emptyValue(kind)]),
  );
  const position = Math.max(0, ...entries.map((entry) => entry.position)) + 1;
  return { code: '', name: '', position, active: true, values, version: 0 };
}
