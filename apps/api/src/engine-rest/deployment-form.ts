import type { FastifyRequest } from 'fastify';
import { decodeXml } from '@lianban/bpmn';
import { requestInvalid } from '../http/http-errors.js';

/** What a modelling tool sends. */
export interface DeploymentForm {
  readonly name: string | null;
  readonly source: string | null;
  readonly files: readonly { readonly name: string; readonly content: string }[];
}

/** Reads a form. @throws request-invalid when it is none or brings no file */
export async function readDeploymentForm(request: FastifyRequest): Promise<DeploymentForm> {
  if (!request.isMultipart()) throw requestInvalid([{ field: 'body', message: 'expected multipart/form-data' }]);
  const fields = new Map<string, string>();
  const files: { name: string; content: string }[] = [];
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const content = decodeXml(await part.toBuffer());
      files.push({ name: part.filename || part.fieldname, content });
    } else fields.set(part.fieldname, String(part.value));
  }
  if (files.length === 0) throw requestInvalid([{ field: 'data', message: 'expected at least one file' }]);
  const name = fields.get('deployment-name') ?? null;
  return { name, source: fields.get('deployment-source') ?? null, files };
}
