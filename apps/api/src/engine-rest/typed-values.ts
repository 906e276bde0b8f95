import { z } from 'zod';
import type { JsonValue, Variables } from '@lianban/bpmn';
import { requestInvalid } from '../http/http-errors.js';

/** A value with its type, as the programs of Camunda 7 send and expect it. */
const typedValueSchema = z.object({
  value: z.unknown().optional(),
  type: z.string().max(100).nullish(),
  valueInfo: z.record(z.string(), z.unknown()).nullish(),
});

export const typedValuesSchema = z.record(z.string().max(200), typedValueSchema).nullish();

type TypedValues = z.output<typeof typedValuesSchema>;

interface TypedValue {
  readonly type: string;
  readonly value: unknown;
  readonly valueInfo: Readonly<Record<string, unknown>>;
}

/** Variables without their types. @throws request-invalid for JSON that is none */
export function variablesOf(typed: TypedValues): Variables {
  const entries = Object.entries(typed ?? {}).map(([name, { value, type }]): [string, JsonValue] => {
    const isText = /^(json|object|xml)$/i.test(type ?? '') && typeof value === 'string';
    return [name, isText && !/^xml$/i.test(type ?? '') ? parsed(name, value) : ((value ?? null) as JsonValue)];
  });
  return Object.fromEntries(entries);
}

/** Variables with their types; lists and objects as JSON text, which every client can read. */
export function typedOf(variables: Variables, names?: readonly string[] | null): Record<string, TypedValue> {
  const wanted = Object.entries(variables).filter(([name]) => !names || names.includes(name));
  return Object.fromEntries(wanted.map(([name, value]) => [name, typed(value)]));
}

function typed(value: JsonValue): TypedValue {
  if (value === null) return { type: 'Null', value, valueInfo: {} };
  switch (typeof value) {
    case 'string':
      return { type: 'String', value, valueInfo: {} };
    case 'boolean':
      return { type: 'Boolean', value, valueInfo: {} };
    case 'number':
      return { type: numberType(value), value, valueInfo: {} };
    default:
      return { type: 'Json', value: JSON.stringify(value), valueInfo: {} };
  }
}

function numberType(value: number): string {
  if (!Number.isInteger(value)) return 'Double';
  return Math.abs(value) < 2 ** 31 ? 'Integer' : 'Long';
}

function parsed(name: string, text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch (error) {
    const message = `expected JSON: ${error instanceof Error ? error.message : String(error)}`;
    throw requestInvalid([{ field: `variables.${name}`, message }]);
  }
}
