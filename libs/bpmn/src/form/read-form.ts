import { expressionFault } from '../expression/feel-syntax.js';
import { advice, attributesOf, rulesOf, type AttributeKind } from './field-attributes.js';
import type { Form } from './form.js';
import { checkChoices } from './read-choices.js';
import { patternFault } from './pattern.rules.js';
import { reservedNames } from './reserved-names.js';
import { FormProblems, type FormProblem } from './form-problems.js';

/** A form, or what keeps it from being one. */
export type FormReading =
  | { readonly form: Form; readonly problems: readonly FormProblem[] }
  | { readonly form?: undefined; readonly problems: readonly FormProblem[] };

/** By what diagrams name a form. */
const formId = /^[A-Za-z][\w-]{0,63}$/u;
const variableName = /^[\p{L}_][\p{L}\p{N}_]{0,63}$/u;
const subtypes: readonly unknown[] = ['date', 'time', 'datetime'];

const mostCharacters = 60_000;
const mostComponents = 100;
const mostDepth = 3;
const longestText = 2_000;

type Json = Readonly<Record<string, unknown>>;

/** Reads the JSON of a form and tells everything in it that is not understood, by the field's id. */
export function readForm(json: unknown): FormReading {
  const problems = new FormProblems();
  if (!isObject(json)) {
    problems.add('form-invalid', undefined, 'a form is a JSON object as form-js writes it');
    return { problems: problems.all };
  }
  if (JSON.stringify(json).length > mostCharacters)
    problems.add('form-too-large', undefined, `the form exceeds ${mostCharacters} characters; part it into several`);
  else new FormReader(problems).read(json);
  return problems.all.length > 0 ? { problems: problems.all } : { form: json as unknown as Form, problems: [] };
}

/** Walks through the components of one form. */
class FormReader {
  readonly #problems: FormProblems;
  readonly #ids = new Set<string>();
  readonly #keys = new Set<string>();

  constructor(problems: FormProblems) {
    this.#problems = problems;
  }

  read(json: Json): void {
    if (typeof json['id'] !== 'string' || !formId.test(json['id']))
      this.#problems.add(
        'form-id',
        undefined,
        'the id of a form is letters, digits, _ and -, and begins with a letter',
      );
    if (json['type'] !== 'default') this.#problems.add('form-invalid', undefined, 'the type of a form is "default"');
    this.#components(json['components'], 1);
    if (this.#ids.size === 0 && this.#problems.all.length === 0)
      this.#problems.add('form-empty', undefined, 'the form has no field; add one');
    if (this.#ids.size > mostComponents)
      this.#problems.add('form-too-large', undefined, `a form has ${mostComponents} fields at most; part it`);
  }

  #components(list: unknown, depth: number): void {
    if (!Array.isArray(list)) {
      this.#problems.add('form-invalid', undefined, 'components must be a list');
      return;
    }
    for (const [index, component] of (list as readonly unknown[]).entries()) {
      if (isObject(component)) this.#component(component, index, depth);
      else this.#problems.add('form-invalid', undefined, `component ${index + 1} is no object`);
    }
  }

  #component(component: Json, index: number, depth: number): void {
    const type = String(component['type']);
    const id = typeof component['id'] === 'string' && component['id'] !== '' ? component['id'] : undefined;
    const name = id ?? `#${index + 1}`;
    if (id === undefined) this.#problems.add('field-id', name, 'the component has no id; give it one');
    else if (this.#ids.has(id)) this.#problems.add('field-id', name, 'two components have this id; change one');
    this.#ids.add(name);
    const attributes = attributesOf[type];
    if (!attributes) {
      const instead = advice[type] ?? `use one of ${Object.keys(attributesOf).join(', ')}`;
      this.#problems.add('type-unknown', name, `components of type "${type}" are not supported; ${instead}`, type);
      return;
    }
    this.#attributes(component, name, attributes);
    this.#condition(component['conditional'], name);
    if (type === 'group') {
      if (depth >= mostDepth) this.#problems.add('group-depth', name, `groups stand ${mostDepth - 1} deep at most`);
      else this.#components(component['components'], depth + 1);
    }
    if (!rulesOf[type]) return;
    this.#key(component['key'], name);
    this.#rules(component['validate'], name, type);
    checkChoices(component, name, this.#problems);
    if (type === 'datetime' && !subtypes.includes(component['subtype'] ?? 'date'))
      this.#problems.add('attribute-invalid', name, 'subtype is date, time or datetime', 'subtype');
  }

  #attributes(component: Json, name: string, attributes: Readonly<Record<string, AttributeKind>>): void {
    for (const [attribute, value] of Object.entries(component)) {
      const kind = attributes[attribute];
      if (kind === undefined) {
        const instead = advice[attribute] ?? 'remove it';
        const message = `attribute "${attribute}" is not supported here; ${instead}`;
        this.#problems.add('attribute-unknown', name, message, attribute);
      } else if (!isOfKind(kind, value))
        this.#problems.add('attribute-invalid', name, `"${attribute}" must be ${wanted[kind]}`, attribute);
    }
  }

  #condition(conditional: unknown, name: string): void {
    if (conditional === undefined || conditional === null) return;
    const hide = isObject(conditional) ? conditional['hide'] : null;
    if (hide === undefined || hide === '') return;
    const fault = typeof hide === 'string' ? expressionFault(feelOf(hide)) : { position: 0, near: '' };
    if (!fault) return;
    const message = `the condition that hides it is wrong at character ${fault.position + 1}; write FEEL, as =kind = "other"`;
    this.#problems.add('condition-syntax', name, message, 'conditional');
  }

  #key(key: unknown, name: string): void {
    if (typeof key !== 'string' || !variableName.test(key)) {
      const message = 'the key must be the name of a variable: letters, digits and _, not beginning with a digit';
      this.#problems.add('key-invalid', name, message, 'key');
    } else if (reservedNames.has(key) || key in {})
      this.#problems.add(
        'key-reserved',
        name,
        `the variable "${key}" is set by the product; choose another key`,
        'key',
      );
    else if (this.#keys.has(key))
      this.#problems.add('key-twice', name, `two fields have the key "${key}"; change one`, 'key');
    if (typeof key === 'string') this.#keys.add(key);
  }

  #rules(validate: unknown, name: string, type: string): void {
    if (validate === undefined) return;
    if (!isObject(validate)) {
      this.#problems.add('attribute-invalid', name, '"validate" must be an object', 'validate');
      return;
    }
    for (const [rule, value] of Object.entries(validate)) {
      if (!rulesOf[type]?.includes(rule))
        this.#problems.add('rule-unknown', name, `"validate.${rule}" is not supported here; remove it`, rule);
      else if (rule === 'pattern') this.#pattern(value, name);
      else if (!isRule(rule, value)) this.#problems.add('rule-invalid', name, `"validate.${rule}" is wrong`, rule);
    }
    for (const [least, most] of [['min', 'max'] as const, ['minLength', 'maxLength'] as const])
      if (Number(validate[least]) > Number(validate[most]))
        this.#problems.add('rule-invalid', name, `"validate.${least}" is more than "validate.${most}"`, least);
  }

  #pattern(pattern: unknown, name: string): void {
    const fault = typeof pattern === 'string' ? patternFault(pattern) : 'syntax';
    if (!fault) return;
    const reason = {
      'too-long': 'is too long; write a shorter one',
      syntax: 'is no regular expression',
      slow: 'may take for ever on some texts; do not repeat a group that repeats or offers a choice, and offer fewer',
    }[fault];
    this.#problems.add('pattern-invalid', name, `"validate.pattern" ${reason}`, 'pattern');
  }
}

/** A FEEL text without its leading sign. */
export function feelOf(text: string): string {
  return text
    .trim()
    .replace(/^=(?!=)/u, '')
    .trim();
}

const wanted: Readonly<Record<AttributeKind, string>> = {
  text: `a text of at most ${longestText} characters that is no expression`,
  flag: 'true or false, not an expression',
  number: 'a whole number from 0 to 10',
  step: 'a number above 0',
  adorners: 'an object with texts',
  any: 'a plain value',
  kept: 'a value',
};

function isOfKind(kind: AttributeKind, value: unknown): boolean {
  switch (kind) {
    case 'text':
      return typeof value === 'string' && value.length <= longestText && !value.startsWith('=');
    case 'flag':
      return typeof value === 'boolean';
    case 'number':
      return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10;
    case 'step':
      return (typeof value === 'number' || typeof value === 'string') && Number(value) > 0;
    case 'adorners':
      return isObject(value) && Object.values(value).every((each) => isOfKind('text', each));
    case 'any':
      return !isObject(value);
    case 'kept':
      return true;
  }
}

function isRule(rule: string, value: unknown): boolean {
  if (rule === 'required') return typeof value === 'boolean';
  if (rule === 'validationType') return value === '' || value === 'custom';
  if (rule === 'min' || rule === 'max') return typeof value === 'number' && Number.isFinite(value);
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= 10_000;
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
