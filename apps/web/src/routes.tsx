import { lazy, Suspense, type ComponentType, type LazyExoticComponent, type ReactElement, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Loading } from './components/loading.js';
import { RequirePermission } from './components/require-permission.js';
import { RequireSession } from './components/require-session.js';
import { speakOfPages } from './messages/page-words.js';
import { speakOfWorkflows } from './messages/workflow-words.js';
import { MissingPage } from './pages/home/missing-page.js';

// Every page is fetched when first opened, so that nobody waits for what the others' pages need.
const SignInPage = page(() => import('./pages/sign-in/sign-in-page.js').then((m) => m.SignInPage));
const Shell = page(() => import('./components/shell/shell.js').then((m) => m.Shell));
const HomePage = page(() => import('./pages/home/home-page.js').then((m) => m.HomePage));
const InboxPage = page(() => import('./pages/inbox/inbox-page.js').then((m) => m.InboxPage));
const CasePage = page(() => import('./pages/case/case-page.js').then((m) => m.CasePage), speakOfPages);
const RegisterPage = page(() => import('./pages/register/register-page.js').then((m) => m.RegisterPage));
const SearchPage = page(() => import('./pages/search/search-page.js').then((m) => m.SearchPage));
const QueuePage = page(() => import('./pages/joint-meeting/queue-page.js').then((m) => m.QueuePage));
const SupervisionPage = page(
  () => import('./pages/supervision/supervision-page.js').then((m) => m.SupervisionPage),
  speakOfPages,
);
const StatisticsPage = page(
  () => import('./pages/statistics/statistics-page.js').then((m) => m.StatisticsPage),
  speakOfPages,
);
const MapPage = page(() => import('./pages/map/map-page.js').then((m) => m.MapPage), speakOfPages);
const PosterPage = page(() => import('./pages/organisation/poster-page.js').then((m) => m.PosterPage));
const BigScreenPage = page(
  () => import('./pages/screen/big-screen-page.js').then((m) => m.BigScreenPage),
  speakOfPages,
);
const ScreensPage = page(() => import('./pages/screen/screens-page.js').then((m) => m.ScreensPage), speakOfPages);
const StatisticsSettingsPage = page(
  () => import('./pages/statistics-settings/statistics-settings-page.js').then((m) => m.StatisticsSettingsPage),
  speakOfPages,
);
const PrivacyPage = page(() => import('./pages/privacy/privacy-page.js').then((m) => m.PrivacyPage), speakOfPages);
const MeetingPage = page(() => import('./pages/joint-meeting/meeting-page.js').then((m) => m.MeetingPage));
const WhistlesPage = page(() => import('./pages/whistle/whistles-page.js').then((m) => m.WhistlesPage));
const WhistlePage = page(() => import('./pages/whistle/whistle-page.js').then((m) => m.WhistlePage));
const PledgesPage = page(() => import('./pages/pledge/pledges-page.js').then((m) => m.PledgesPage));
const PledgePage = page(() => import('./pages/pledge/pledge-page.js').then((m) => m.PledgePage));
const ReceptionsPage = page(() => import('./pages/reception/receptions-page.js').then((m) => m.ReceptionsPage));
const SpotCasePage = page(() => import('./pages/reception/spot-case-page.js').then((m) => m.SpotCasePage));
const PledgeReviewPage = page(() => import('./pages/pledge/review-page.js').then((m) => m.PledgeReviewPage));
const MinutesTemplatePage = page(() =>
  import('./pages/minutes-template/minutes-template-page.js').then((m) => m.MinutesTemplatePage),
);
const CalendarPage = page(() => import('./pages/calendar/calendar-page.js').then((m) => m.CalendarPage), speakOfPages);
const OrganisationPage = page(
  () => import('./pages/organisation/organisation-page.js').then((m) => m.OrganisationPage),
  speakOfPages,
);
const PeoplePage = page(() => import('./pages/people/people-page.js').then((m) => m.PeoplePage), speakOfPages);
const SignInSettingsPage = page(
  () => import('./pages/sign-in-settings/sign-in-settings-page.js').then((m) => m.SignInSettingsPage),
  speakOfPages,
);
const AbsencePage = page(() => import('./pages/absence/absence-page.js').then((m) => m.AbsencePage), speakOfPages);
const HabitsPage = page(() => import('./pages/habits/habits-page.js').then((m) => m.HabitsPage), speakOfPages);
const ListsPage = page(() => import('./pages/administration/lists-page.js').then((m) => m.ListsPage));
const CategoriesPage = page(() => import('./pages/administration/categories-page.js').then((m) => m.CategoriesPage));
const TemplatesPage = page(() => import('./pages/administration/templates-page.js').then((m) => m.TemplatesPage));
const DeliveriesPage = page(() => import('./pages/administration/deliveries-page.js').then((m) => m.DeliveriesPage));
const WebhooksPage = page(() => import('./pages/administration/webhooks-page.js').then((m) => m.WebhooksPage));
const DeadLettersPage = page(
  () => import('./pages/dead-letters/dead-letters-page.js').then((m) => m.DeadLettersPage),
  speakOfPages,
);
const AuditPage = page(() => import('./pages/audit/audit-page.js').then((m) => m.AuditPage), speakOfPages);
const ApiTokensPage = page(
  () => import('./pages/administration/api-tokens-page.js').then((m) => m.ApiTokensPage),
  speakOfPages,
);
const VolunteerPage = page(() => import('./pages/mutual-aid/volunteer-page.js').then((m) => m.VolunteerPage));
const RosterPage = page(() => import('./pages/mutual-aid/roster-page.js').then((m) => m.RosterPage));
const NoticesPage = page(() => import('./pages/notices/notices-page.js').then((m) => m.NoticesPage));
const SettingsPage = page(() => import('./pages/settings/settings-page.js').then((m) => m.SettingsPage), speakOfPages);
const WorkflowsPage = page(
  () => import('./pages/workflows/workflows-page.js').then((m) => m.WorkflowsPage),
  speakOfWorkflows,
);
const WorkflowPage = page(
  () => import('./pages/workflows/workflow-page.js').then((m) => m.WorkflowPage),
  speakOfWorkflows,
);
const StudioPage = page(
  () => import('./pages/studio/studio-page.js').then((m) => m.StudioPage),
  async () => void (await Promise.all([speakOfPages(), speakOfWorkflows()])),
);
const FormsPage = page(() => import('./pages/forms/forms-page.js').then((m) => m.FormsPage), speakOfPages);
const FormPage = page(() => import('./pages/forms/form-page.js').then((m) => m.FormPage), speakOfPages);
const NewFormPage = page(() => import('./pages/forms/new-form-page.js').then((m) => m.NewFormPage), speakOfPages);

/** Which address shows which page, and which permission it needs. */
export function AppRoutes(): ReactElement {
  return (
    <Suspense fallback={<Loading />}>
      <Routes>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/big-screen" element={<BigScreenPage />} />
        <Route
          element={
            <RequireSession>
              <Shell />
            </RequireSession>
          }
        >
          <Route index element={<HomePage />} />
          <Route path="/inbox" element={<Navigate to="/inbox/todo" replace />} />
          <Route path="/inbox/:box" element={allowed('task.read', <InboxPage />)} />
          <Route path="/cases" element={allowed('case.read', <SearchPage />)} />
          <Route path="/cases/new" element={allowed('case.register', <RegisterPage />)} />
          <Route path="/cases/:id" element={allowed('case.read', <CasePage />)} />
          <Route path="/joint-meetings" element={allowed('joint-meeting.read', <QueuePage />)} />
          <Route path="/whistles" element={allowed('case.read', <WhistlesPage />)} />
          <Route path="/whistles/:id" element={allowed('case.read', <WhistlePage />)} />
          <Route path="/receptions" element={allowed('outreach.read', <ReceptionsPage />)} />
          <Route
            path="/receptions/:reception/bookings/:booking/case"
            element={allowed('case.register', <SpotCasePage />)}
          />
          <Route path="/pledges" element={allowed('outreach.read', <PledgesPage />)} />
          <Route path="/pledges/:id" element={allowed('outreach.read', <PledgePage />)} />
          <Route path="/pledge-reviews/:id" element={allowed('outreach.read', <PledgeReviewPage />)} />
          <Route
            path="/supervisions"
            element={allowed(['supervision.read', 'supervision.answer'], <SupervisionPage />)}
          />
          <Route path="/mutual-aid" element={allowed('mutual-aid.help', <VolunteerPage />)} />
          <Route path="/volunteers" element={allowed('volunteers.manage', <RosterPage />)} />
          <Route path="/statistics" element={allowed('statistics.read', <StatisticsPage />)} />
          <Route path="/map" element={allowed('statistics.read', <MapPage />)} />
          <Route path="/statistics-settings" element={allowed('system.manage', <StatisticsSettingsPage />)} />
          <Route path="/privacy" element={allowed('system.manage', <PrivacyPage />)} />
          <Route path="/organisation" element={allowed('system.manage', <OrganisationPage />)} />
          <Route path="/organisation/:id/poster" element={allowed('organisation.read', <PosterPage />)} />
          <Route path="/screens" element={allowed('system.manage', <ScreensPage />)} />
          <Route path="/people" element={allowed('people.read', <PeoplePage />)} />
          <Route path="/sign-in-settings" element={allowed('grants.manage', <SignInSettingsPage />)} />
          <Route path="/calendar" element={allowed('system.manage', <CalendarPage />)} />
          <Route path="/minutes-template" element={allowed('system.manage', <MinutesTemplatePage />)} />
          <Route path="/reference-lists" element={allowed('system.manage', <ListsPage />)} />
          <Route path="/categories" element={allowed('system.manage', <CategoriesPage />)} />
          <Route path="/notice-templates" element={allowed('system.manage', <TemplatesPage />)} />
          <Route path="/deliveries" element={allowed('system.manage', <DeliveriesPage />)} />
          <Route path="/dead-letters" element={allowed('system.manage', <DeadLettersPage />)} />
          <Route path="/audit" element={allowed('audit.read', <AuditPage />)} />
          <Route path="/webhooks" element={allowed('system.manage', <WebhooksPage />)} />
          <Route path="/api-tokens" element={allowed('grants.manage', <ApiTokensPage />)} />
          <Route path="/absences" element={allowed('task.handle', <AbsencePage />)} />
          <Route path="/unit-records" element={allowed('task.handle', <HabitsPage />)} />
          <Route path="/settings" element={<SettingsPage />} />
          <Route path="/notices" element={<NoticesPage />} />
          <Route path="/joint-meetings/:id" element={allowed('joint-meeting.read', <MeetingPage />)} />
          <Route path="/workflows" element={allowed('workflow.read', <WorkflowsPage />)} />
          <Route path="/workflows/:key/edit" element={allowed('workflow.deploy', <StudioPage />)} />
          <Route path="/workflows/:key/:version" element={allowed('workflow.read', <WorkflowPage />)} />
          <Route path="/forms" element={allowed('workflow.read', <FormsPage />)} />
          <Route path="/forms/new" element={allowed('workflow.deploy', <NewFormPage />)} />
          <Route path="/forms/:key" element={allowed('workflow.read', <FormPage />)} />
          <Route path="*" element={<MissingPage />} />
        </Route>
      </Routes>
    </Suspense>
  );
}

function allowed(permission: string | readonly string[], element: ReactNode): ReactElement {
  return <RequirePermission permission={permission}>{element}</RequirePermission>;
}

/** A page, after its texts where those are apart: its modules read them when they are loaded. */
function page(load: () => Promise<ComponentType>, speak?: () => Promise<void>): LazyExoticComponent<ComponentType> {
  return lazy(async () => {
    await speak?.();
    return { default: await load() };
  });
}
