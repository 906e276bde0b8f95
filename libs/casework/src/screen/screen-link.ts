import { z } from 'zod';

/**
 * A link for a screen in a hall, with a token of its own that reads the figures of one unit and nothing else. The window
 * that makes the link makes the token too: no answer that is kept anywhere has it.
 */
export const screenLinkDraftSchema = z
  .object({
    name: z.string().trim().min(1, '请填写名称').max(50, '名称不能超过 50 字').describe('Where the screen hangs'),
    unit: z.string().min(1, '请选择单位').max(64).describe('Whose figures, with all below it'),
    until: z.iso.date('日期格式为 YYYY-MM-DD').describe('Last day on which it works; a year ahead at most'),
    token: z
      .string()
      .regex(/^[\w-]{43}$/u, '口令应为 43 个字符')
      .describe('256 random bits as base64url; only its hash is kept'),
  })
  .meta({ id: 'NewScreenLink' });

export type ScreenLinkDraft = z.output<typeof screenLinkDraftSchema>;

/** A link as administrators see it; nobody can read its token. */
export interface ScreenLink {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly until: string;
  readonly madeBy: string;
  readonly madeAt: string;
  readonly endedBy: string | null;
  readonly endedAt: string | null;
}
