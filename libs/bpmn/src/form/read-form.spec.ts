import { describe, expect, it } from '@jest/globals';
import { readForm } from './read-form.js';

const field = { type: 'textfield', id: 'Field_1', key: 'place', label: '地点' };

function codesOf(...components: readonly object[]): string[] {
  return readForm({ type: 'default', id: 'site', components }).problems.map(
    ({ component, code, about }) => `${component}: ${code}${about === undefined ? '' : ` ${about}`}`,
  );
}

describe('a form is read', () => {
  it('with every component that is understood, and what form-js writes beside', () => {
    const components = [
      {
        ...field,
        validate: { required: true, minLength: 1, maxLength: 20, pattern: '^[A-Z]+$' },
        layout: { row: 'a' },
      },
      { type: 'textarea', id: 'b', key: 'b', conditional: { hide: '=place = "x"' } },
      { type: 'number', id: 'c', key: 'c', validate: { min: 0, max: 9 }, decimalDigits: 2, increment: '0.5' },
      { type: 'checkbox', id: 'd', key: 'd', defaultValue: true },
      { type: 'checklist', id: 'e', key: 'e', values: [{ label: '一', value: '1' }], defaultValue: ['1'] },
      {
        type: 'group',
        id: 'f',
        label: '组',
        components: [{ type: 'radio', id: 'g', key: 'g', values: [{ label: '一', value: '1' }] }],
      },
      { type: 'select', id: 'h', key: 'h', values: [{ label: '一', value: '1' }], searchable: true },
      { type: 'datetime', id: 'i', key: 'i', subtype: 'datetime', dateLabel: '日期', timeLabel: '时间' },
      { type: 'text', id: 'j', text: '说明' },
      { type: 'separator', id: 'k' },
      { type: 'spacer', id: 'l', height: 20 },
    ];

    const { form, problems } = readForm({ type: 'default', id: 'site', schemaVersion: 19, exporter: {}, components });

    expect(problems).toEqual([]);
    expect(form?.components).toEqual(components);
  });

  it('and each thing that is not understood is named by its field', () => {
    expect(codesOf({ type: 'filepicker', id: 'x', key: 'x' })).toEqual(['x: type-unknown filepicker']);
    expect(codesOf({ ...field, valuesKey: 'list' })).toEqual(['Field_1: attribute-unknown valuesKey']);
    expect(codesOf({ ...field, label: '= name' })).toEqual(['Field_1: attribute-invalid label']);
    expect(codesOf({ ...field, appearance: { prefixAdorner: {} } })).toEqual(['Field_1: attribute-invalid appearance']);
    expect(codesOf({ ...field, disabled: '=true' })).toEqual(['Field_1: attribute-invalid disabled']);
    expect(codesOf({ ...field, validate: { min: 1 } })).toEqual(['Field_1: rule-unknown min']);
    expect(codesOf({ ...field, validate: { minLength: 5, maxLength: 2 } })).toEqual([
      'Field_1: rule-invalid minLength',
    ]);
    expect(codesOf({ ...field, conditional: { hide: '=place =' } })).toEqual(['Field_1: condition-syntax conditional']);
    expect(codesOf({ ...field, type: 'select', values: [] })).toEqual(['Field_1: options-invalid values']);
    expect(codesOf({ ...field, type: 'datetime', subtype: 'week' })).toEqual(['Field_1: attribute-invalid subtype']);
  });

  it('says how to mend what it does not take', () => {
    const [problem] = readForm({ type: 'default', id: 'site', components: [{ type: 'button', id: 'send' }] }).problems;

    expect(problem?.message).toBe(
      'components of type "button" are not supported; the page has buttons of its own; remove it',
    );
  });

  it('with one key and one id for a field, which is the name of a variable that people may set', () => {
    expect(codesOf({ ...field, key: 'a-b' })).toEqual(['Field_1: key-invalid key']);
    expect(codesOf({ ...field, key: 'case' })).toEqual(['Field_1: key-reserved key']);
    expect(codesOf({ ...field, key: 'constructor' })).toEqual(['Field_1: key-reserved key']);
    expect(codesOf({ ...field, key: '__proto__' })).toEqual(['Field_1: key-reserved key']);
    expect(codesOf(field, { ...field, id: 'Field_2' })).toEqual(['Field_2: key-twice key']);
    expect(codesOf(field, { ...field, key: 'other' })).toEqual(['Field_1: field-id']);
    expect(codesOf({ type: 'text', text: 'x' })).toEqual(['#1: field-id']);
  });

  it('but not without a field, too large, or too deep', () => {
    const deep = {
      type: 'group',
      id: '1',
      components: [{ type: 'group', id: '2', components: [{ type: 'group', id: '3' }] }],
    };

    expect(codesOf()).toEqual(['undefined: form-empty']);
    expect(codesOf(...Array.from({ length: 101 }, (_, at) => ({ type: 'separator', id: `s${at}` })))).toEqual([
      'undefined: form-too-large',
    ]);
    expect(codesOf({ type: 'text', id: 'a', text: 'x'.repeat(60_000) })).toEqual(['undefined: form-too-large']);
    expect(codesOf(deep)).toEqual(['3: group-depth']);
    expect(readForm('text').problems).toHaveLength(1);
  });

  it.each(['(a+)+$', '(a|a)*', '((a*)b)+', '(', '(a)\\1', 'x'.repeat(201), 'a*b*c*d*e*', 'a*b*c*d*'])(
    'but not with the pattern %s, which is wrong or may take for ever',
    (pattern) => {
      expect(codesOf({ ...field, validate: { pattern } })).toEqual(['Field_1: pattern-invalid pattern']);
    },
  );

  it.each([
    '\\[(a+)+$[\\]]',
    '😀?(a+)+$',
    '(a?b?a?)+',
    '^(a?){30}a{30}b',
    `^${'a?'.repeat(30)}b`,
    `^${'(a|a)'.repeat(30)}$`,
  ])('nor with %s, which hides or spreads its choices', (pattern) => {
    expect(codesOf({ ...field, validate: { pattern } })).toEqual(['Field_1: pattern-invalid pattern']);
  });

  it.each([
    '^1\\d{10}$',
    '^[\\w.+-]+@[\\w-]+\\.\\w+$',
    '^(?:京|津)[A-Z]\\d{5}$',
    '^\\d{17}[\\dX]$',
    '^(\\d{3}-)?\\d{8}$',
    '^[\\[(+*|?]+$|^无$',
    '^(?<区号>\\d{3,4}-)?\\d{7,8}(?:-\\d{1,4})?$',
    '^(?=.*\\d)\\S+?$',
    `^(?:${Array.from('京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新').join('|')})[A-Z]\\d{5}$`,
  ])('and with the pattern %s', (pattern) => {
    expect(codesOf({ ...field, validate: { pattern } })).toEqual([]);
  });
});
