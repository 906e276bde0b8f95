/** The kind of value that an attribute takes. */
export type AttributeKind = 'text' | 'flag' | 'number' | 'step' | 'adorners' | 'any' | 'kept';

type Attributes = Readonly<Record<string, AttributeKind>>;

/** `kept` is what form-js writes and what changes nothing here. */
const everywhere: Attributes = { type: 'text', id: 'text', conditional: 'kept', layout: 'kept', properties: 'kept' };

const input: Attributes = {
  ...everywhere,
  key: 'text',
  label: 'text',
  description: 'text',
  defaultValue: 'any',
  disabled: 'flag',
  readonly: 'flag',
  validate: 'kept',
};
const chosen: Attributes = { ...input, values: 'kept' };

/** Attributes of each kind of component, as form-js names them. */
export const attributesOf: Readonly<Record<string, Attributes>> = {
  textfield: { ...input, appearance: 'adorners' },
  textarea: input,
  number: { ...input, appearance: 'adorners', decimalDigits: 'number', increment: 'step' },
  checkbox: input,
  checklist: chosen,
  radio: chosen,
  select: { ...chosen, searchable: 'flag' },
  datetime: {
    ...input,
    subtype: 'text',
    dateLabel: 'text',
    timeLabel: 'text',
    use24h: 'kept',
    timeInterval: 'kept',
    timeSerializingFormat: 'kept',
  },
  text: { ...everywhere, text: 'text' },
  separator: everywhere,
  spacer: { ...everywhere, height: 'kept' },
  group: {
    ...everywhere,
    label: 'text',
    components: 'kept',
    showOutline: 'kept',
    verticalAlignment: 'kept',
  },
};

/** Rules that `validate` of each kind of field may hold. */
export const rulesOf: Readonly<Record<string, readonly string[]>> = {
  textfield: ['required', 'minLength', 'maxLength', 'pattern', 'validationType'],
  textarea: ['required', 'minLength', 'maxLength'],
  number: ['required', 'min', 'max'],
  checkbox: ['required'],
  checklist: ['required'],
  radio: ['required'],
  select: ['required'],
  datetime: ['required'],
};

/** What to do instead, where a word helps. */
export const advice: Readonly<Record<string, string>> = {
  button: 'the page has buttons of its own; remove it',
  taglist: 'use checklist',
  table: 'use text fields',
  dynamiclist: 'use a textarea, or a fixed number of fields in a group',
  filepicker: 'files are put to the case itself',
  documentPreview: 'files are put to the case itself',
  image: 'use text',
  html: 'use text',
  iframe: 'use text',
  expression: 'compute it with an output mapping of the step',
  valuesKey: 'write the options into values',
  valuesExpression: 'write the options into values',
  path: 'give the fields keys of their own',
  serializeToString: 'numbers are numbers here; remove it',
  disallowPassedDates: 'remove it, or check the date at a gateway',
};
