import { LoadingOutlined } from '@ant-design/icons';
import { QueryClientProvider } from '@tanstack/react-query';
import { App as AntdApp, ConfigProvider } from 'antd';
import { useMemo, type ReactElement } from 'react';
import { BrowserRouter } from 'react-router';
import { useChosenLook, useDark } from './hooks/use-look.js';
import { useStill } from './hooks/use-media.js';
import { queryClient } from './api/query-client.js';
import { ErrorBoundary } from './components/error-boundary.js';
import { requiredMark } from './components/required-mark.js';
import { widgetWords } from './messages/widget-words.js';
import { AppRoutes } from './routes.js';
import { themeFor } from './theme.js';

// antd's own icon stays behind, unseen but read out as "loading", where an answer comes before it has grown.
const button = { autoInsertSpace: false, loadingIcon: <LoadingOutlined aria-hidden /> };

/** The whole web app: texts, colours, server cache and routes. */
export function App(): ReactElement {
  const dark = useDark();
  const compact = useChosenLook('density')[0] === 'compact';
  const still = useStill();
  const theme = useMemo(() => themeFor({ dark, compact, still }), [dark, compact, still]);
  return (
    <ConfigProvider locale={widgetWords} theme={theme} button={button} form={{ requiredMark }}>
      <AntdApp message={{ duration: 5 }}>
        <QueryClientProvider client={queryClient}>
          <ErrorBoundary>
            <BrowserRouter>
              <AppRoutes />
            </BrowserRouter>
          </ErrorBoundary>
        </QueryClientProvider>
      </AntdApp>
    </ConfigProvider>
  );
}
