import type { ReactNode } from 'react';
import { assertNever } from '#util/assert-never.ts';
import { Desk } from '../features/desk/index.ts';
import { ExportScreen } from '../features/export/export-screen.tsx';
import { HistoryScreen } from '../features/history/history-screen.tsx';
import { LearningScreen } from '../features/learning/learning-screen.tsx';
import { LibraryScreen } from '../features/library/library-screen.tsx';
import { SettingsScreen } from '../features/project/settings/settings-screen.tsx';
import { TopicsScreen } from '../features/topics/topics-screen.tsx';
import type { Place } from '../state/screen.ts';

/** The screen of a place. */
export function screenOf(place: Place): ReactNode {
  switch (place.screen) {
    case 'library':
      return <LibraryScreen view={place.view} />;
    case 'desk':
      return <Desk issue={place.issue} article={place.article} toWork={place.toWork === true} />;
    case 'topics':
      return <TopicsScreen />;
    case 'export':
      return <ExportScreen />;
    case 'history':
      return <HistoryScreen />;
    case 'learning':
      return <LearningScreen />;
    case 'settings':
      return <SettingsScreen />;
    default:
      return assertNever(place);
  }
}
