import { useT } from '../../state/language.ts';
import { useScreen } from '../../state/screen.ts';
import { ErrorBoundary } from '../error-boundary.tsx';
import { screenOf } from '../screens.tsx';
import { Banners } from './banners.tsx';
import { Rail } from './rail.tsx';
import { StatusBar } from './status-bar.tsx';
import { TitleBar } from './title-bar.tsx';
import './frame.css';

/** The workbench round the screens. */
export function Frame() {
  const t = useT();
  const place = useScreen((state) => state.place);
  return (
    <div className="frame">
      <TitleBar />
      <Rail />
      <main className="screen-area" tabIndex={-1}>
        <h1 className="visually-hidden">{t(`rail.${place.screen}`)}</h1>
        <Banners />
        <ErrorBoundary key={place.screen}>{screenOf(place)}</ErrorBoundary>
      </main>
      <StatusBar />
    </div>
  );
}
