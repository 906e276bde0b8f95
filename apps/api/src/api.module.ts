import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { CasePagesModule, caseworkEntities, caseworkMigrations, CaseworkModule, HomeModule } from '@lianban/casework';
import { engineEntities, engineMigrations, EngineModule } from '@lianban/engine';
import { identityEntities, identityMigrations, IdentityModule } from '@lianban/identity';
import { jointMeetingEntities, jointMeetingMigrations, JointMeetingModule } from '@lianban/joint-meeting';
import { organisationEntities, organisationMigrations, OrganisationModule } from '@lianban/organisation';
import { outreachEntities, outreachMigrations, OutreachModule } from '@lianban/outreach';
import { DatabaseModule, QueuesModule, type Clock, type PartContext } from '@lianban/platform';
import { AbsencesController } from './absences/absences.controller.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { ApiTokensController } from './auth/api-tokens.controller.js';
import { AuthController } from './auth/auth.controller.js';
import { ProviderClient } from './auth/provider-client.js';
import { ProviderController } from './auth/provider.controller.js';
import { SignInSettingsController } from './auth/sign-in-settings.controller.js';
import { AccountRescueController } from './auth/account-rescue.controller.js';
import { MeController } from './auth/me.controller.js';
import { OwnAccountController } from './auth/own-account.controller.js';
import { OwnPasskeysController } from './auth/own-passkeys.controller.js';
import { OwnApiTokensController } from './auth/own-api-tokens.controller.js';
import { OwnSessionsController } from './auth/own-sessions.controller.js';
import { BatchesController } from './batches/batches.controller.js';
import { BatchesService } from './batches/batches.service.js';
import { CaseActsController } from './cases/case-acts.controller.js';
import { CaseExitsController } from './cases/case-exits.controller.js';
import { CaseClosingController } from './cases/case-closing.controller.js';
import { CaseOpinionsController } from './cases/case-opinions.controller.js';
import { CaseServiceController } from './cases/case-service.controller.js';
import { CaseHandOversController } from './cases/case-hand-overs.controller.js';
import { DeadLetters } from './dead-letters/dead-letters.service.js';
import { DeadLettersController } from './dead-letters/dead-letters.controller.js';
import { FailedJobs } from './dead-letters/failed-jobs.service.js';
import { AuditFiles } from './audit/audit-files.service.js';
import { AuditLinesController } from './audit/audit-lines.controller.js';
import { AuditController } from './audit/audit.controller.js';
import { ExportMarks } from './documents/export-marks.js';
import { PrivacyController } from './privacy/privacy.controller.js';
import { PersonalDataController } from './cases/personal-data.controller.js';
import { CasePagesController } from './cases/case-pages.controller.js';
import { CasesController } from './cases/cases.controller.js';
import { CampaignsController } from './campaigns/campaigns.controller.js';
import { CalendarsController } from './calendars/calendars.controller.js';
import { CalendarsService } from './calendars/calendars.service.js';
import { CategoriesController } from './catalogue/categories.controller.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { FormsController } from './forms/forms.controller.js';
import { TaskFormsController } from './forms/task-forms.controller.js';
import { Housekeeping } from './housekeeping.service.js';
import { BasicSignIn } from './engine-rest/basic-sign-in.js';
import { engineRestControllers } from './engine-rest/engine-rest.js';
import { AccessGuard } from './http/access.guard.js';
import { ProblemFilter } from './http/problem.filter.js';
import { RateLimitGuard } from './http/rate-limit.js';
import { RequestCounter } from './http/request-counter.js';
import { IncidentsController } from './instances/incidents.controller.js';
import { IncidentsService } from './instances/incidents.service.js';
import { InstancesController } from './instances/instances.controller.js';
import { InstancesService } from './instances/instances.service.js';
import { MeetingSessionController } from './joint-meetings/meeting-session.controller.js';
import { MaterialsController } from './joint-meetings/materials.controller.js';
import { WhistlesController } from './whistles/whistles.controller.js';
import { FollowUpController } from './joint-meetings/follow-up.controller.js';
import { MinutesController } from './joint-meetings/minutes.controller.js';
import { CaseDraftController } from './desk/case-draft.controller.js';
import { TaskDraftsController } from './desk/task-drafts.controller.js';
import { InboxViewsController } from './desk/inbox-views.controller.js';
import { HomeController } from './desk/home.controller.js';
import { PreferencesController } from './desk/preferences.controller.js';
import { DispatchController } from './dispatch/dispatch.controller.js';
import { ExclusionsController } from './exclusions/exclusions.controller.js';
import { HabitsController } from './habits/habits.controller.js';
import { JointMeetingsController } from './joint-meetings/joint-meetings.controller.js';
import { DeparturesController } from './organisation/departures.controller.js';
import { PeopleController } from './organisation/people.controller.js';
import { PeopleKeeper } from './organisation/people-keeper.service.js';
import { UnitChangesController } from './organisation/unit-changes.controller.js';
import { UnitsService } from './organisation/units.service.js';
import { UnitPeopleController } from './organisation/unit-people.controller.js';
import { PledgeFilesController } from './outreach/pledge-files.controller.js';
import { PledgesController } from './outreach/pledges.controller.js';
import { PledgeReviewsController } from './outreach/pledge-reviews.controller.js';
import { PublicPledgesController } from './outreach/public-pledges.controller.js';
import { fieldKeyControllers, fieldKeyServices } from './field-keys/field-key-parts.js';
import { placeControllers, placeServices } from './map/place-parts.js';
import { HealthController } from './operations/health.controller.js';
import { MetricsController } from './operations/metrics.controller.js';
import { Metrics } from './operations/metrics.js';
import { Readiness } from './operations/readiness.js';
import { SecurityTextController } from './operations/security-text.controller.js';
import { PublicCasesController } from './public/public-cases.controller.js';
import { PublicReceptionsController } from './public/public-receptions.controller.js';
import { BookingsController } from './receptions/bookings.controller.js';
import { ReceptionsController } from './receptions/receptions.controller.js';
import { SimilarController } from './similar/similar.controller.js';
import { DeliveriesController } from './notices/deliveries.controller.js';
import { NoticeTemplatesController } from './notices/notice-templates.controller.js';
import { CaseMutualAidController } from './mutual-aid/case-mutual-aid.controller.js';
import { VolunteersController } from './mutual-aid/volunteers.controller.js';
import { VolunteerTasksController } from './mutual-aid/volunteer-tasks.controller.js';
import { NoticesController } from './notices/notices.controller.js';
import { NewsController } from './news/news.controller.js';
import { NewsStreams } from './news/news-streams.service.js';
import { WebhooksController } from './notices/webhooks.controller.js';
import { RetentionController } from './retention/retention.controller.js';
import { ReferenceListsController } from './reference/reference-lists.controller.js';
import { MarkedCasesController } from './statistics/marked-cases.controller.js';
import { StatisticsController } from './statistics/statistics.controller.js';
import { StatisticsSettingsController } from './statistics/statistics-settings.controller.js';
import { StatisticsWorkbookController } from './statistics/statistics-workbook.controller.js';
import { StatisticsTablesService } from './statistics/statistics-tables.service.js';
import { BulletinsController } from './supervisions/bulletins.controller.js';
import { ReversalsController } from './supervisions/reversals.controller.js';
import { SupervisionsController } from './supervisions/supervisions.controller.js';
import { TalksController } from './supervisions/talks.controller.js';
import { TaskBatchesController } from './tasks/task-batches.controller.js';
import { tableControllers, tableServices } from './tables/table-parts.js';
import { TasksController } from './tasks/tasks.controller.js';
import { workflowControllers, workflowServices } from './workflows/workflow-parts.js';

/** Entities of every lib that the API uses. */
const apiEntities = [
  ...organisationEntities,
  ...identityEntities,
  ...engineEntities,
  ...caseworkEntities,
  ...jointMeetingEntities,
  ...outreachEntities,
];

/** Migrations of every lib that the API uses. */
const apiMigrations = [
  ...organisationMigrations,
  ...identityMigrations,
  ...engineMigrations,
  ...caseworkMigrations,
  ...jointMeetingMigrations,
  ...outreachMigrations,
];

/** How long somebody waits for a statement, in milliseconds; reports have more, see `Database.reports`. */
const statementTimeout = 15_000;

/** The HTTP application. */
@Module({})
export class ApiModule {
  /** @param context what the start command hands over; a clock of one's own is for tests */
  static forRoot({ config, log, clock }: PartContext & { readonly clock?: Clock | undefined }): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        DatabaseModule.forRoot({
          entities: apiEntities,
          migrations: apiMigrations,
          config,
          logger: log,
          applicationName: 'lianban-api',
          statementTimeout,
          ...(clock && { clock }),
        }),
        QueuesModule.forRoot(),
        OrganisationModule,
        IdentityModule,
        EngineModule,
        CaseworkModule,
        CasePagesModule,
        HomeModule,
        JointMeetingModule,
        OutreachModule,
      ],
      controllers: [
        AbsencesController,
        AttachmentsController,
        AuthController,
        AccountRescueController,
        SignInSettingsController,
        MeController,
        OwnAccountController,
        OwnPasskeysController,
        OwnSessionsController,
        OwnApiTokensController,
        ApiTokensController,
        ProviderController,
        NewsController,
        InboxViewsController,
        HomeController,
        PreferencesController,
        TaskDraftsController,
        CaseDraftController,
        TaskBatchesController,
        TaskFormsController,
        FormsController,
        TasksController,
        CasesController,
        CasePagesController,
        PersonalDataController,
        PrivacyController,
        AuditController,
        AuditLinesController,
        DeadLettersController,
        CaseActsController,
        CaseHandOversController,
        CaseServiceController,
        CaseOpinionsController,
        CaseMutualAidController,
        VolunteersController,
        VolunteerTasksController,
        CaseClosingController,
        CaseExitsController,
        SimilarController,
        NoticesController,
        NoticeTemplatesController,
        DeliveriesController,
        StatisticsController,
        StatisticsWorkbookController,
        MarkedCasesController,
        ReferenceListsController,
        RetentionController,
        StatisticsSettingsController,
        WebhooksController,
        SupervisionsController,
        BulletinsController,
        TalksController,
        ReversalsController,
        CalendarsController,
        CatalogueController,
        CampaignsController,
        CategoriesController,
        DispatchController,
        ExclusionsController,
        HabitsController,
        PeopleController,
        UnitChangesController,
        UnitPeopleController,
        DeparturesController,
        JointMeetingsController,
        MeetingSessionController,
        MaterialsController,
        WhistlesController,
        FollowUpController,
        MinutesController,
        IncidentsController,
        InstancesController,
        BatchesController,
        ...engineRestControllers,
        PledgesController,
        PledgeFilesController,
        PledgeReviewsController,
        PublicCasesController,
        PublicPledgesController,
        PublicReceptionsController,
        ReceptionsController,
        BookingsController,
        ...placeControllers,
        ...tableControllers,
        ...workflowControllers,
        ...fieldKeyControllers,
        HealthController,
        SecurityTextController,
        MetricsController,
      ],
      providers: [
        { provide: APP_GUARD, useClass: RateLimitGuard },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
        RequestCounter,
        ProviderClient,
        Housekeeping,
        NewsStreams,
        PeopleKeeper,
        UnitsService,
        AuditFiles,
        DeadLetters,
        FailedJobs,
        Metrics,
        Readiness,
        IncidentsService,
        InstancesService,
        BatchesService,
        BasicSignIn,
        CalendarsService,
        StatisticsTablesService,
        ExportMarks,
        ...placeServices,
        ...tableServices,
        ...workflowServices,
        ...fieldKeyServices,
      ],
    };
  }
}
