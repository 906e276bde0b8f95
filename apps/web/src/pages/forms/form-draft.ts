import { inputsOf, type Form, type FormComponent, type FormGroup } from '@lianban/bpmn';

/** Kinds of components in the order in which they are offered. */
export const componentTypes = [
  'textfield',
  'textarea',
  'number',
  'radio',
  'select',
  'checklist',
  'checkbox',
  'datetime',
  'text',
  'group',
  'separator',
] as const;

/** A kind that can be added. */
export type AddedType = (typeof componentTypes)[number];

/** A form as form-js writes it, with nothing in it yet. */
export function emptyForm(): Form & { readonly schemaVersion: number } {
  return { type: 'default', id: '', schemaVersion: 19, components: [] };
}

/** A component anywhere in the form. */
export function findComponent(form: Form, id: string): FormComponent | undefined {
  return allOf(form.components).find((component) => component.id === id);
}

/** The group in which a component stands. */
export function groupOf(form: Form, id: string): FormGroup | undefined {
  return groupsOf(form).find((group) => group.components.some((component) => component.id === id));
}

/** All groups of a form. */
export function groupsOf(form: Form): FormGroup[] {
  return allOf(form.components).filter((component): component is FormGroup => component.type === 'group');
}

/** Adds a component behind the one that is selected, or into it where that is a group; gives its id. */
export function addComponent(
  form: Form,
  type: AddedType,
  { label, option, behind }: { readonly label: string; readonly option: string; readonly behind: string | undefined },
): { readonly form: Form; readonly id: string } {
  const id = freeName(
    'Field_',
    allOf(form.components).map((component) => component.id),
  );
  const key = freeName(
    'field',
    inputsOf(form.components).map((field) => field.key),
  );
  const added = newComponent(type, { id, key, label, option });
  const beside = behind === undefined ? undefined : findComponent(form, behind);
  if (!beside) return { form: { ...form, components: [...form.components, added] }, id };
  const components = mapLists(form.components, (list) =>
    list.flatMap((component) => {
      if (component.id !== beside.id) return [component];
      if (component.type !== 'group' || type === 'group') return [component, added];
      return [{ ...component, components: [...component.components, added] }];
    }),
  );
  return { form: { ...form, components }, id };
}

/** Sets attributes of a component; those that are undefined are taken away. */
export function changeComponent(form: Form, id: string, attributes: Readonly<Record<string, unknown>>): Form {
  const components = mapLists(form.components, (list) =>
    list.map((component) => {
      if (component.id !== id) return component;
      const changed = Object.entries({ ...component, ...attributes }).filter(([, value]) => value !== undefined);
      return Object.fromEntries(changed) as unknown as FormComponent;
    }),
  );
  return { ...form, components };
}

/** Takes a component away, with what is in it. */
export function removeComponent(form: Form, id: string): Form {
  return {
    ...form,
    components: mapLists(form.components, (list) => list.filter((component) => component.id !== id)),
  };
}

/** Moves a component up (-1) or down (1) among those beside it; at the end nothing changes. */
export function moveComponent(form: Form, id: string, by: -1 | 1): Form {
  const components = mapLists(form.components, (list) => {
    const at = list.findIndex((component) => component.id === id);
    const moved = list[at];
    const other = list[at + by];
    if (!moved || !other) return list;
    return list.map((component, index) => (index === at ? other : index === at + by ? moved : component));
  });
  return { ...form, components };
}

/** Puts a component at the end of a group, or of the form. */
export function putInto(form: Form, id: string, groupId: string | undefined): Form {
  const component = findComponent(form, id);
  if (!component || id === groupId) return form;
  const without = removeComponent(form, id);
  if (groupId === undefined) return { ...without, components: [...without.components, component] };
  const group = findComponent(without, groupId);
  if (group?.type !== 'group') return form;
  return changeComponent(without, groupId, { components: [...group.components, component] });
}

interface Named {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly option: string;
}

function newComponent(type: AddedType, { id, key, label, option }: Named): FormComponent {
  switch (type) {
    case 'text':
      return { type, id, text: label };
    case 'separator':
      return { type, id };
    case 'group':
      return { type, id, label, components: [] };
    case 'radio':
    case 'select':
    case 'checklist':
      return { type, id, key, label, values: [{ label: option, value: '1' }] };
    case 'datetime':
      return { type, id, key, label, subtype: 'date', dateLabel: label };
    default:
      return { type, id, key, label };
  }
}

function allOf(components: readonly FormComponent[]): FormComponent[] {
  return components.flatMap((component) => [
    component,
    ...(component.type === 'group' ? allOf(component.components) : []),
  ]);
}

/** Changes every list of components, the innermost first. */
function mapLists(
  components: readonly FormComponent[],
  change: (list: readonly FormComponent[]) => readonly FormComponent[],
): readonly FormComponent[] {
  return change(
    components.map((component) =>
      component.type === 'group' ? { ...component, components: mapLists(component.components, change) } : component,
    ),
  );
}

function freeName(prefix: string, taken: readonly string[]): string {
  for (let number = 1; ; number += 1) if (!taken.includes(`${prefix}${number}`)) return `${prefix}${number}`;
}
