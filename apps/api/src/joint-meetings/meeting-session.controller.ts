import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { IdempotentRequest } from '@lianban/casework';
import type { Principal } from '@lianban/identity';
import {
  agendaSchema,
  attendanceSchema,
  confirmationSchema,
  countersigningSchema,
  invitationSchema,
  PostponementService,
  postponementSchema,
  SessionService,
  signatureSchema,
  type Attendance,
  type Confirmation,
  type Countersigning,
  type Invitation,
  type MeetingView,
  type NewAgenda,
  type Postponement,
  type Signature,
} from '@lianban/joint-meeting';
import { Idempotency } from '../http/idempotency.js';
import { Asker } from '../http/principal.js';
import { Route } from '../http/route.js';
import { meetingViewSchema } from './joint-meeting.schema.js';

const refuses = [403, 404, 409, 422];

/** The course of a joint meeting: who comes, who came, what units say of the minutes. */
@ApiTags('joint meetings')
@Controller('joint-meetings')
export class MeetingSessionController {
  readonly #session: SessionService;
  readonly #postponements: PostponementService;

  constructor(session: SessionService, postponements: PostponementService) {
    this.#session = session;
    this.#postponements = postponements;
  }

  @Post(':id/agenda')
  @Route({
    summary: 'Puts what is still to be decided into a new order, with topics of the queue',
    access: 'joint-meeting.manage',
    answer: meetingViewSchema,
    refuses,
    idempotent: true,
  })
  async arrangeAgenda(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: agendaSchema }) agenda: NewAgenda,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<MeetingView> {
    return await this.#session.arrange(asker, id, agenda, request);
  }

  @Post(':id/topics/:topic/postpone')
  @Route({
    summary: 'Puts a topic off to a later meeting (再议)',
    access: 'joint-meeting.manage',
    answer: meetingViewSchema,
    refuses,
    idempotent: true,
  })
  async postponeTopic(
    @Asker() asker: Principal,
    @Param('id') meetingId: string,
    @Param('topic') topicId: string,
    @Body({ schema: postponementSchema }) postponement: Postponement,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<MeetingView> {
    return await this.#postponements.postpone(asker, { meetingId, topicId }, postponement, request);
  }

  @Post(':id/invite')
  @Route({
    summary: 'Asks a further unit',
    access: 'joint-meeting.manage',
    answer: meetingViewSchema,
    refuses,
    idempotent: true,
  })
  async inviteUnit(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: invitationSchema }) invitation: Invitation,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<MeetingView> {
    return await this.#session.invite(asker, id, invitation, request);
  }

  @Post(':id/confirm')
  @Route({
    summary: 'Says who comes for one’s unit',
    access: 'joint-meeting.read',
    answer: meetingViewSchema,
    refuses,
    idempotent: true,
  })
  async confirmDelegate(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: confirmationSchema }) confirmation: Confirmation,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<MeetingView> {
    return await this.#session.confirm(asker, id, confirmation, request);
  }

  @Post(':id/attendance')
  @Route({
    summary: 'Takes down who came',
    access: 'joint-meeting.manage',
    answer: meetingViewSchema,
    refuses,
    idempotent: true,
  })
  async takeAttendance(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: attendanceSchema }) attendance: Attendance,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<MeetingView> {
    return await this.#session.attend(asker, id, attendance, request);
  }

  @Post(':id/circulate')
  @Route({
    summary: 'Sends the minutes to the units to be signed (会签)',
    access: 'joint-meeting.manage',
    answer: meetingViewSchema,
    refuses,
    idempotent: true,
  })
  async circulateMinutes(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: countersigningSchema }) countersigning: Countersigning,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<MeetingView> {
    return await this.#session.circulate(asker, id, countersigning, request);
  }

  @Post(':id/sign')
  @Route({
    summary: 'Signs the minutes for one’s unit, or dissents',
    access: 'joint-meeting.read',
    answer: meetingViewSchema,
    refuses,
    idempotent: true,
  })
  async signMinutes(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Body({ schema: signatureSchema }) signature: Signature,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<MeetingView> {
    return await this.#session.sign(asker, id, signature, request);
  }

  @Post(':id/issue')
  @Route({
    summary: 'Issues the minutes (印发)',
    access: 'joint-meeting.manage',
    answer: meetingViewSchema,
    refuses,
    idempotent: true,
  })
  async issueMinutes(
    @Asker() asker: Principal,
    @Param('id') id: string,
    @Idempotency() request: IdempotentRequest | undefined,
  ): Promise<MeetingView> {
    return await this.#session.issue(asker, id, request);
  }
}
