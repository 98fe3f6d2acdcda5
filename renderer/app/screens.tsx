import type { ReactNode } from 'react';
import { assertNever } from '#util/assert-never.ts';
import { LibraryScreen } from '../features/library/library-screen.tsx';
import { lists } from '../features/library/library-store.ts';
import type { Place } from '../state/screen.ts';
import { whenIdle } from '../state/when-idle.ts';
import { late } from './late.tsx';

// The window starts with the Library. The others are read once it shows, the desk first: by the time somebody goes there they are at hand.
const desk = late(async () => (await import('../features/desk/desk.tsx')).Desk);
const search = late(async () => (await import('../features/search/search-screen.tsx')).SearchScreen);
const concordance = late(async () => (await import('../features/concordance/concordance-screen.tsx')).ConcordanceScreen);
const rules = late(async () => (await import('../features/rules/rules-screen.tsx')).RulesScreen);
const topics = late(async () => (await import('../features/topics/topics-screen.tsx')).TopicsScreen);
const accepted = late(async () => (await import('../features/accepted/accepted-screen.tsx')).AcceptedScreen);
const names = late(async () => (await import('../features/names/names-screen.tsx')).NamesScreen);
const history = late(async () => (await import('../features/history/history-screen.tsx')).HistoryScreen);
const exporting = late(async () => (await import('../features/export/export-screen.tsx')).ExportScreen);
const learning = late(async () => (await import('../features/learning/learning-screen.tsx')).LearningScreen);
const settings = late(async () => (await import('../features/project/settings/settings-screen.tsx')).SettingsScreen);

const LATE = [desk, search, concordance, rules, topics, accepted, names, history, exporting, learning, settings];
const LATEST = 3_000; // milliseconds

async function loadAll(): Promise<void> {
  for (const { load } of LATE) {
    await new Promise<void>(whenIdle);
    await load();
  }
}

/** Reads the other screens, one after the other, while nothing else is to be done: from when the Library shows its rows. To be called once. */
export function followScreens(): void {
  let begun = false;
  const begin = () => {
    if (begun) return;
    begun = true;
    for (const stop of stops) stop();
    void loadAll();
  };
  const stops = Object.values(lists).map(({ rows }) => rows.subscribe(() => rows.state().total !== null && begin()));
  setTimeout(begin, LATEST); // another screen came first, or there is no project
}

/** The screen of a place. */
export function screenOf(place: Place): ReactNode {
  switch (place.screen) {
    case 'library':
      return <LibraryScreen view={place.view} />;
    case 'desk':
      return <desk.Part issue={place.issue} article={place.article} toWork={place.toWork === true} />;
    case 'search':
      return <search.Part />;
    case 'concordance':
      return <concordance.Part />;
    case 'rules':
      return <rules.Part />;
    case 'topics':
      return <topics.Part />;
    case 'accepted':
      return <accepted.Part />;
    case 'names':
      return <names.Part />;
    case 'export':
      return <exporting.Part />;
    case 'history':
      return <history.Part />;
    case 'learning':
      return <learning.Part />;
    case 'settings':
      return <settings.Part />;
    default:
      return assertNever(place);
  }
}
