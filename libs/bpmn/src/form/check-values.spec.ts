import { describe, expect, it } from '@jest/globals';
import { checkValues } from './check-values.js';
import type { Form, FormComponent } from './form.js';
import { hiddenComponents, initialValues, namedVariables, type FormValues } from './form-values.js';

const context = { variables: {}, now: '2026-03-02T01:00:00.000Z' };
const options = [
  { label: '甲', value: 'a' },
  { label: '乙', value: 'b' },
];

function formOf(...components: readonly FormComponent[]): Form {
  return { id: 'site', type: 'default', components };
}

function rulesBroken(component: FormComponent, value: FormValues[string]): readonly string[] {
  return checkValues(formOf(component), { x: value }, context).problems.map(({ rule }) => rule);
}

describe('what was filled in', () => {
  it.each([
    [{ type: 'textfield' as const, validate: { required: true } }, '水', '  ', 'required'],
    [{ type: 'textfield' as const, validate: { minLength: 2 } }, '水管', '水', 'minLength'],
    [{ type: 'textfield' as const, validate: { maxLength: 2 } }, '水管', '水管子', 'maxLength'],
    [{ type: 'textfield' as const, validate: { pattern: '^\\d+$' } }, '12', '1a', 'pattern'],
    [{ type: 'textfield' as const, validate: { pattern: 'x' } }, 'x', 'x'.repeat(201), 'maxLength'],
    [{ type: 'textarea' as const }, 'x'.repeat(4_000), 'x'.repeat(4_001), 'maxLength'],
    [{ type: 'number' as const, validate: { min: 1 } }, 1, 0, 'min'],
    [{ type: 'number' as const, validate: { max: 9 } }, 9, 10, 'max'],
    [{ type: 'number' as const, decimalDigits: 1 }, 0.1, 0.12, 'kind'],
    [{ type: 'number' as const }, 0, '1', 'kind'],
    [{ type: 'checkbox' as const, validate: { required: true } }, true, false, 'required'],
    [{ type: 'radio' as const, values: options }, 'a', 'c', 'option'],
    [{ type: 'select' as const, values: options }, 'b', ['a'], 'option'],
    [{ type: 'checklist' as const, values: options, validate: { required: true } }, ['a', 'b'], [], 'required'],
    [{ type: 'checklist' as const, values: options }, ['a'], ['a', 'a'], 'option'],
    [{ type: 'datetime' as const }, '2028-02-29', '2026-02-30', 'kind'],
    [{ type: 'datetime' as const, subtype: 'time' as const }, '23:59', '24:00', 'kind'],
    [{ type: 'datetime' as const, subtype: 'datetime' as const }, '2026-02-03T08:00+08:00', '2026-02-03T08:00', 'kind'],
  ])('as %j takes %j and not %j', (field, right, wrong, rule) => {
    const component = { id: 'f', key: 'x', ...field };

    expect(rulesBroken(component, right)).toEqual([]);
    expect(rulesBroken(component, wrong)).toEqual([rule]);
  });

  it('is null where nothing was written, and none of the optional rules is asked then', () => {
    const form = formOf(
      { id: 'f', type: 'textfield', key: 'x', validate: { minLength: 3 } },
      { id: 'g', type: 'number', key: 'y' },
    );

    expect(checkValues(form, { x: '' }, context)).toEqual({ values: { x: null, y: null }, problems: [] });
  });

  it('is left out where the field is hidden or disabled, and is as it was where it is only shown', () => {
    const form = formOf(
      {
        id: 'a',
        type: 'textfield',
        key: 'hidden',
        validate: { required: true },
        conditional: { hide: '=outcome = "reject"' },
      },
      { id: 'b', type: 'textfield', key: 'off', disabled: true },
      { id: 'c', type: 'textfield', key: 'seen', readonly: true },
      { id: 'd', type: 'textfield', key: 'set', readonly: true, defaultValue: '默认' },
    );
    const given = { hidden: 'x', off: 'x', seen: 'forged', set: 'forged' };

    const { values, problems } = checkValues(form, given, {
      ...context,
      variables: { outcome: 'reject', seen: '原样' },
    });

    expect(values).toEqual({ seen: '原样', set: '默认' });
    expect(problems).toEqual([]);
  });

  it('is hidden with its group, by conditions that see nothing of what is hidden', () => {
    const form = formOf(
      { id: 'kind', type: 'select', key: 'kind', values: options },
      {
        id: 'group',
        type: 'group',
        conditional: { hide: '=kind != "a"' },
        components: [{ id: 'more', type: 'checkbox', key: 'more' }],
      },
      { id: 'why', type: 'textfield', key: 'why', conditional: { hide: '=more != true' } },
    );
    const hidden = (values: FormValues) => [...hiddenComponents(form, values, context)];

    expect(hidden({ kind: 'a', more: true })).toEqual([]);
    expect(hidden({ kind: 'b', more: true })).toEqual(['group', 'more', 'why']);
  });

  it('ends although conditions contradict each other, and a wrong condition hides nothing', () => {
    const form = formOf(
      { id: 'a', type: 'checkbox', key: 'a', conditional: { hide: '=b = true' } },
      { id: 'b', type: 'checkbox', key: 'b', conditional: { hide: '=a = true' } },
      { id: 'c', type: 'checkbox', key: 'c', conditional: { hide: '=1 +' } },
    );

    expect(hiddenComponents(form, { a: true, b: true }, context).has('c')).toBe(false);
  });

  it('begins with what the instance knows by that name, else with the default', () => {
    const form = formOf(
      { id: 'a', type: 'textfield', key: 'a', defaultValue: 'x' },
      { id: 'b', type: 'number', key: 'b', defaultValue: 1 },
      { id: 'c', type: 'checklist', key: 'c', values: options },
    );

    expect(initialValues(form, { ...context, variables: { a: '已知' } })).toEqual({ a: '已知', b: 1, c: [] });
  });

  it('sees only the variables that its fields and conditions name', () => {
    const form = formOf({ id: 'a', type: 'textfield', key: 'place', conditional: { hide: '=urgency = "high"' } });

    expect(namedVariables(form, ['place', 'urgency', 'secret'])).toEqual(['place', 'urgency']);
  });
});
