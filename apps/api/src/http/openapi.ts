import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject, type StandardSchemaConverter } from '@nestjs/swagger';
import { z, type ZodType } from 'zod';
import { problemMediaType } from './problem.js';
import { sessionCookie } from './session-cookie.js';

/** The OpenAPI 3.1 document of everything that the application serves. */
function createOpenApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Lianban 联办')
    .setDescription('Case routing for grassroots public service. Lists are `{items, next}` with `limit` and `after`.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'bearer')
    .addCookieAuth(sessionCookie, { type: 'apiKey', in: 'cookie' }, 'session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    standardSchemaConverter: convert,
    operationIdFactory: (_controller, method) => method,
  });
  return withProblems(document);
}

/** Serves the document and a reader of it. */
export function serveOpenApi(app: INestApplication): void {
  const document = createOpenApiDocument(app);
  SwaggerModule.setup('api/docs', app, document, {
    jsonDocumentUrl: 'api/openapi.json',
    yamlDocumentUrl: 'api/openapi.yaml',
  });
}

/** Nest's own conversion aims at OpenAPI 3.0, whose `nullable` means nothing in 3.1; this one writes JSON Schema 2020-12. */
const convert: StandardSchemaConverter = (schema, { schemaType }) => {
  const {
    $schema: _version,
    $defs,
    ...converted
  } = z.toJSONSchema(schema as ZodType, {
    target: 'draft-2020-12',
    io: schemaType,
    unrepresentable: 'any',
  });
  return { schema: converted, components: $defs ?? {} };
};

/** Refusals are one response, problem+json, which the decorators cannot say. */
function withProblems(document: OpenAPIObject): OpenAPIObject {
  const refused: Record<string, unknown>[] = [];
  for (const operation of Object.values(document.paths).flatMap((path) =>
    Object.values(path as Record<string, unknown>),
  )) {
    const { responses = {} } = (operation ?? {}) as { responses?: Record<string, Record<string, unknown>> };
    for (const [status, response] of Object.entries(responses)) {
      if (Number(status) < 400 || response['content'] === undefined) continue;
      refused.push(response);
      responses[status] = { $ref: '#/components/responses/Problem' };
    }
  }
  const [first] = refused;
  if (!first) return document;
  const [content = {}] = Object.values(first['content'] as Record<string, object>);
  const problem = { description: 'Why it was refused', content: { [problemMediaType]: content } };
  return { ...document, components: { ...document.components, responses: { Problem: problem } } };
}
