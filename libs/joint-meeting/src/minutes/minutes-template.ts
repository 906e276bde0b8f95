import { z } from 'zod';
import { placeholders, unknownPlaceholders } from './minutes.rules.js';

const text = (name: string, most: number) =>
  z
    .string()
    .trim()
    .max(most, `${name}不能超过 ${most} 字`)
    .superRefine((value, context) => {
      const unknown = unknownPlaceholders(value);
      if (unknown.length > 0)
        context.addIssue({
          code: 'custom',
          message: `${name}中的占位符 ${unknown.join('、')} 不存在，可用：${placeholders.map((each) => `{${each}}`).join('、')}`,
        });
    });

/** What minutes say beside the facts of their meeting. */
export const minutesTemplateSchema = z
  .object({
    title: text('标题', 100).refine((value) => value !== '', '请填写标题'),
    preamble: text('导语', 2_000).describe('Before the facts; empty: none'),
    closing: text('结语', 2_000).describe('After the decisions; empty: none'),
  })
  .meta({ id: 'MinutesWording' });

export type MinutesWording = z.output<typeof minutesTemplateSchema>;

/** A version of the wording; the newest is used for meetings whose minutes are still to be signed. */
export interface MinutesTemplate extends MinutesWording {
  readonly version: number;
  readonly madeAt: string;
  /** Null: the product itself. */
  readonly madeBy: string | null;
}
