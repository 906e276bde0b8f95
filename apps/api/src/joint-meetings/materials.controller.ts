import { Body, Controller, Delete, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { MaterialService, type Material } from '@lianban/joint-meeting';
import { fileAnswer } from '../attachments/download.js';
import { binary, contentOf, nameQuerySchema } from '../attachments/upload.js';
import { instantSchema } from '../http/paging.js';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';

const materialsSchema = z.array(
  z
    .object({
      id: z.string(),
      topicId: z.string(),
      source: z.enum(['case', 'topic']),
      name: z.string(),
      type: z.string().describe('By its content'),
      size: z.int().describe('Bytes'),
      addedBy: z.string(),
      addedAt: instantSchema,
      canRemove: z.boolean(),
    })
    .meta({ id: 'MeetingMaterial' }),
);

/** What the units of a joint meeting read. A file is the whole body of its request, as for cases. */
@ApiTags('joint meetings')
@Controller('joint-meetings/:id')
export class MaterialsController {
  readonly #materials: MaterialService;

  constructor(materials: MaterialService) {
    this.#materials = materials;
  }

  @Get('materials')
  @Route({
    summary: 'The files of the topics and of their cases',
    access: 'joint-meeting.read',
    answer: materialsSchema,
    refuses: [404],
  })
  async listMaterials(@Asker() asker: Principal, @Param('id') id: string): Promise<Material[]> {
    return await this.#materials.list(asker, id);
  }

  @Post('topics/:topic/materials')
  @ApiConsumes(binary)
  @Route({
    summary: 'Brings a file of 10 MB at most for a topic; the same file is kept once',
    access: 'joint-meeting.read',
    answer: materialsSchema,
    refuses: [403, 404, 409, 422],
    idempotent: true,
  })
  async addMaterial(
    @Asker() asker: Principal,
    @Param('id') meetingId: string,
    @Param('topic') topicId: string,
    @Query({ schema: nameQuerySchema }) { name }: z.output<typeof nameQuerySchema>,
    @Body() content: unknown,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<Material[]> {
    return await this.#materials.add(asker, { meetingId, topicId }, { name, content: contentOf(content) }, request);
  }

  @Get('materials/:material')
  @Route({ summary: 'The content of a file', access: 'joint-meeting.read', status: 200, refuses: [404] })
  async getMaterial(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Param('material') material: string,
  ): Promise<StreamableFile> {
    return fileAnswer(await this.#materials.open(asker, id, material));
  }

  @Delete('materials/:material')
  @Route({
    summary: 'Takes away a file that one brought oneself',
    access: 'joint-meeting.read',
    answer: materialsSchema,
    refuses: [404],
  })
  async removeMaterial(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Param('material') material: string,
  ): Promise<Material[]> {
    return await this.#materials.remove(asker, id, material);
  }
}
