import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  ContactService,
  contactSchema,
  paperNoticeSchema,
  paperSchema,
  PapersService,
  proxyEndSchema,
  proxySchema,
  ProxyService,
  ServiceRecords,
  type Contact,
  type IdempotentRequest,
  type Paper,
  type PaperNotice,
  type Proxy,
  type ProxyEnd,
  type ServiceRecord,
} from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { serviceRecordSchema } from './service-record.schema.js';

const adds = {
  access: 'task.handle',
  answer: serviceRecordSchema,
  refuses: [404, 409, 422],
  idempotent: true,
} as const;

/** What is done with the resident while a case is handled: contacts, papers, errands. */
@ApiTags('cases')
@Controller('cases')
export class CaseServiceController {
  readonly #records: ServiceRecords;
  readonly #contacts: ContactService;
  readonly #papers: PapersService;
  readonly #proxies: ProxyService;

  constructor(records: ServiceRecords, contacts: ContactService, papers: PapersService, proxies: ProxyService) {
    this.#records = records;
    this.#contacts = contacts;
    this.#papers = papers;
    this.#proxies = proxies;
  }

  @Get(':id/service')
  @Route({
    summary: 'What was done with the resident of a case',
    access: 'case.read',
    answer: serviceRecordSchema,
    refuses: [404],
  })
  async getService(@Asker() asker: Principal, @Param('id') id: string): Promise<ServiceRecord> {
    return await this.#records.get(asker, id);
  }

  @Post(':id/contacts')
  @Route({ ...adds, summary: 'Writes down a contact with the resident, or a try in vain' })
  async addContact(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: contactSchema }) contact: Contact,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ServiceRecord> {
    return await this.#contacts.contact(asker, id, contact, request);
  }

  @Post(':id/paper-notices')
  @Route({ ...adds, summary: 'Tells the resident at once which papers are missing (一次性告知)' })
  async tellPapers(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: paperNoticeSchema }) notice: PaperNotice,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ServiceRecord> {
    return await this.#papers.tell(asker, id, notice, request);
  }

  @Post(':id/papers')
  @Route({ ...adds, summary: 'Writes down a paper that the resident handed in' })
  async receivePaper(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: paperSchema }) paper: Paper,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ServiceRecord> {
    return await this.#papers.receive(asker, id, paper, request);
  }

  @Post(':id/papers/:paper/return')
  @Route({ ...adds, summary: 'Gives a paper back' })
  async returnPaper(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Param('paper') paper: string,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ServiceRecord> {
    return await this.#papers.giveBack(asker, id, paper, request);
  }

  @Post(':id/proxies')
  @Route({ ...adds, summary: 'Runs an errand for the resident (服务代理); the asker becomes the agent' })
  async beginProxy(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: proxySchema }) proxy: Proxy,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ServiceRecord> {
    return await this.#proxies.begin(asker, id, proxy, request);
  }

  @Post(':id/proxies/end')
  @Route({ ...adds, summary: 'Ends the errand that is run for a case' })
  async endProxy(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: proxyEndSchema }) end: ProxyEnd,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<ServiceRecord> {
    return await this.#proxies.end(asker, id, end, request);
  }
}
