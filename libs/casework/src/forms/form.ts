import { z } from 'zod';
import type { Form, FormValues } from '@lianban/bpmn';

const content = z
  .record(z.string(), z.unknown())
  .describe('The JSON of form-js; `id` is by what diagrams name the form');

/** A form as somebody designed it. */
export const formDraftSchema = z
  .object({ name: z.string().trim().min(1, '请填写表单名称').max(60, '名称不能超过 60 字'), content })
  .meta({ id: 'FormDraft' });

export type FormDraft = z.output<typeof formDraftSchema>;

/** A changed form, and the version that was changed: somebody else may have made another meanwhile. */
export const formChangeSchema = formDraftSchema
  .extend({ from: z.int().min(1).describe('The version that it was made from') })
  .meta({ id: 'FormChange' });

export type FormChange = z.output<typeof formChangeSchema>;

/** One version of a form, without what it holds. */
export interface FormVersion {
  readonly key: string;
  readonly version: number;
  readonly name: string;
  readonly madeAt: string;
  /** Null: the product itself. */
  readonly madeBy: string | null;
}

/** One version of a form. */
export interface FormView extends FormVersion {
  readonly content: Form;
}

/** The form of a task for who fills it in. */
export interface TaskForm {
  readonly form: FormView;
  /** What it shows at first. */
  readonly values: FormValues;
  /** Variables of the instance that its fields and conditions name. */
  readonly variables: FormValues;
}

/** What somebody filled in; labels and options as the form had them. */
export interface FilledForm {
  readonly taskId: string;
  readonly step: string;
  readonly unit: string | null;
  readonly form: Pick<FormVersion, 'key' | 'version' | 'name'>;
  readonly at: string;
  readonly by: string;
  readonly entries: readonly FilledField[];
}

/** One value of it. */
export interface FilledField {
  readonly key: string;
  readonly label: string;
  readonly value: FormValues[string];
  /** As people read it; null for yes, no and nothing. */
  readonly text: string | null;
}
