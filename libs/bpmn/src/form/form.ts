import type { JsonValue } from '../model/value.js';

/** A form as form-js writes it; `readForm` says whether a text is one that is understood here. */
export interface Form {
  /** By which diagrams name it. */
  readonly id: string;
  readonly type: 'default';
  readonly components: readonly FormComponent[];
}

export type FormComponent = InputField | StaticText | FormLine | FormGroup;

/** Kinds of fields that somebody fills in. */
export const inputTypes = [
  'textfield',
  'textarea',
  'number',
  'checkbox',
  'checklist',
  'radio',
  'select',
  'datetime',
] as const;

type InputType = (typeof inputTypes)[number];

interface ComponentBase {
  readonly id: string;
  /** FEEL: true hides the component, and what is in it. */
  readonly conditional?: { readonly hide?: string };
}

/** What is filled in; its value becomes the variable that `key` names. */
export interface InputField extends ComponentBase {
  readonly type: InputType;
  readonly key: string;
  readonly label?: string;
  readonly description?: string;
  readonly defaultValue?: JsonValue;
  /** Shown, neither filled in nor sent. */
  readonly disabled?: boolean;
  /** Shown, and sent as it is. */
  readonly readonly?: boolean;
  readonly validate?: FieldRules;
  /** Of checklist, radio and select. */
  readonly values?: readonly FieldOption[];
  /** Of datetime. */
  readonly subtype?: DateSubtype;
  readonly dateLabel?: string;
  readonly timeLabel?: string;
  /** Of number. */
  readonly decimalDigits?: number;
  readonly increment?: number | string;
  readonly appearance?: { readonly prefixAdorner?: string; readonly suffixAdorner?: string };
}

export type DateSubtype = 'date' | 'time' | 'datetime';

/** What a value must be like. */
export interface FieldRules {
  readonly required?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly min?: number;
  readonly max?: number;
}

export interface FieldOption {
  readonly label: string;
  readonly value: string;
}

export interface StaticText extends ComponentBase {
  readonly type: 'text';
  readonly text: string;
}

/** What only parts a form. */
export interface FormLine extends ComponentBase {
  readonly type: 'separator' | 'spacer';
}

export interface FormGroup extends ComponentBase {
  readonly type: 'group';
  readonly label?: string;
  readonly components: readonly FormComponent[];
}

/** Whether somebody fills it in. */
export function isInput(component: FormComponent): component is InputField {
  return (inputTypes as readonly string[]).includes(component.type);
}

/** The fields of a form in their order, those of groups included. */
export function inputsOf(components: readonly FormComponent[]): InputField[] {
  return components.flatMap((component) => {
    if (component.type === 'group') return inputsOf(component.components);
    return isInput(component) ? [component] : [];
  });
}
