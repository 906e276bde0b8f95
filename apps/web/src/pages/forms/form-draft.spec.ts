import { describe, expect, it } from '@jest/globals';
import { readForm, type Form } from '@lianban/bpmn';
import { conditionOf, hiddenUnless } from './condition.js';
import {
  addComponent,
  changeComponent,
  componentTypes,
  emptyForm,
  groupOf,
  moveComponent,
  putInto,
  removeComponent,
} from './form-draft.js';

const named = { label: '名称', option: '选项1', behind: undefined };

function formOf(...types: readonly (typeof componentTypes)[number][]): Form {
  return types.reduce<Form>((form, type) => addComponent(form, type, named).form, { ...emptyForm(), id: 'site' });
}

function ids({ components }: Form): unknown[] {
  return components.map((component) =>
    component.type === 'group' ? [component.id, ...component.components.map(({ id }) => id)] : component.id,
  );
}

describe('a form that is designed', () => {
  it('can be saved with whatever is added, as it is added', () => {
    expect(readForm(formOf(...componentTypes)).problems).toEqual([]);
  });

  it('gets what is added behind what is selected, or into it where that is a group', () => {
    const form = formOf('group', 'number');

    expect(ids(addComponent(form, 'text', { ...named, behind: 'Field_1' }).form)).toEqual([
      ['Field_1', 'Field_3'],
      'Field_2',
    ]);
    expect(ids(addComponent(form, 'group', { ...named, behind: 'Field_1' }).form)).toEqual([
      ['Field_1'],
      ['Field_3'],
      'Field_2',
    ]);
  });

  it('has its components moved among each other, into groups and out of them, and taken away', () => {
    const form = putInto(formOf('group', 'number', 'text'), 'Field_2', 'Field_1');

    expect(ids(form)).toEqual([['Field_1', 'Field_2'], 'Field_3']);
    expect(groupOf(form, 'Field_2')?.id).toBe('Field_1');
    expect(ids(moveComponent(form, 'Field_3', -1))).toEqual(['Field_3', ['Field_1', 'Field_2']]);
    expect(ids(moveComponent(form, 'Field_3', 1))).toEqual(ids(form));
    expect(ids(putInto(form, 'Field_2', undefined))).toEqual([['Field_1'], 'Field_3', 'Field_2']);
    expect(ids(removeComponent(form, 'Field_1'))).toEqual(['Field_3']);
  });

  it('keeps what is not shown of a component, and loses what is taken away', () => {
    const form = changeComponent(formOf('number'), 'Field_1', { layout: { row: 'r' }, label: undefined });

    expect(form.components).toEqual([{ type: 'number', id: 'Field_1', key: 'field1', layout: { row: 'r' } }]);
  });

  it.each(['属实', '"引号"', 'a\\b'])('is shown when a field is %s, and that is read again', (value) => {
    expect(conditionOf(hiddenUnless('kind', value, false))).toEqual({ kind: 'value', key: 'kind', value });
  });

  it('compares numbers and flags bare, and shows every other formula as it stands', () => {
    expect(hiddenUnless('cost', '12.5', true)).toBe('=cost != 12.5');
    expect(conditionOf('=safe != true')).toEqual({ kind: 'value', key: 'safe', value: 'true' });
    expect(conditionOf('=cost < 100')).toEqual({ kind: 'formula', formula: '=cost < 100' });
    expect(conditionOf(undefined)).toEqual({ kind: 'always' });
  });
});
