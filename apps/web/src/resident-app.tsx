import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { BrowserRouter, Navigate, Route, Routes } from 'react-router';
import { queryClient } from './api/query-client.js';
import { ErrorBoundary } from './components/error-boundary.js';
import { ProgressPage } from './pages/resident/progress-page.js';
import { PublicBookingPage } from './pages/resident/public-booking-page.js';
import { PublicPledgesPage } from './pages/resident/public-pledges-page.js';
import { RequestPage } from './pages/resident/request-page.js';
import { PublicReceptionPage } from './pages/resident/public-reception-page.js';
import { PublicReceptionsPage } from './pages/resident/public-receptions-page.js';
import { StationPage } from './pages/resident/station-page.js';
import { StationsPage } from './pages/resident/stations-page.js';
import { ResidentHome } from './pages/resident/resident-home.js';

/** The residents' application: without an account, and without antd, which would be most of what a telephone loads. */
export function ResidentApp(): ReactElement {
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary>
        <BrowserRouter>
          <Routes>
            <Route path="/public" element={<ResidentHome />} />
            <Route path="/public/request" element={<RequestPage />} />
            <Route path="/public/progress" element={<ProgressPage />} />
            <Route path="/public/pledges" element={<PublicPledgesPage />} />
            <Route path="/public/receptions" element={<PublicReceptionsPage />} />
            <Route path="/public/receptions/:id" element={<PublicReceptionPage />} />
            <Route path="/public/bookings" element={<PublicBookingPage />} />
            <Route path="/stations" element={<StationsPage />} />
            <Route path="/stations/:id" element={<StationPage />} />
            <Route path="*" element={<Navigate to="/public" replace />} />
          </Routes>
        </BrowserRouter>
      </ErrorBoundary>
    </QueryClientProvider>
  );
}
