import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { invariant } from '#util/invariant.ts';
import { followStrands } from '../features/desk/strands/strands-store.ts';
import { followPreview } from '../features/desk/preview/preview-store.ts';
import { followLibrary } from '../features/library/library-store.ts';
import { followAccepted } from '../state/accepted.ts';
import { followApp } from '../state/app.ts';
import { followAhead } from '../state/desk-ahead.ts';
import { followLanguage } from '../state/desk-language.ts';
import { followLeaving } from '../state/desk-leave.ts';
import { followLinks } from '../features/desk/links/links-store.ts';
import { followDesk } from '../state/desk-open.ts';
import { followTrail } from '../state/desk-trail.ts';
import { followLearning } from '../state/learning.ts';
import { followPicture } from '../state/picture.ts';
import { followPlaces } from '../state/places.ts';
import { followProject } from '../state/project.ts';
import { followQueue } from '../state/queue-follow.ts';
import { followSession } from '../state/session.ts';
import { followRecentPages } from '../state/recent-pages.ts';
import '../styles/index.css';
import { App } from './app.tsx';
import { followRest } from './at-rest.ts';
import { registry } from './commands/registry.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { followFocus } from './focus.ts';
import { followKeys, followLooks, followOpenProject, followToasts } from './follow.ts';
import { followScreens } from './screens.tsx';

const root = document.getElementById('root');
invariant(root, 'index.html has no #root');

followKeys(registry.all);
followLooks();
followFocus();
followOpenProject();
followToasts();
followProject();
followAccepted();
followLearning();
followLibrary();
followDesk();
followLinks();
followLanguage();
followLeaving();
followPlaces();
followPicture();
followQueue();
followAhead();
followTrail();
followSession();
followRecentPages();
followPreview();
followStrands();
followScreens();
followRest();
void followApp();

createRoot(root).render(
  <StrictMode>
    <ErrorBoundary>
      <App />
    </ErrorBoundary>
  </StrictMode>,
);
