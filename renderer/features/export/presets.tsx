import { useEffect, useRef } from 'react';
import type { KeyboardEvent } from 'react';
import type { Preset } from '#contract/schemas/preset.ts';
import { isStringKey } from '#strings/index.ts';
import type { Translate } from '#strings/index.ts';
import { isMac, pressOf } from '../../commands/keyboard.ts';
import { matchesStroke, parseKeys } from '../../commands/keys.ts';
import { useT } from '../../state/language.ts';
import { useTopicLabel } from '../../state/topics.ts';
import { refuseWriting, useHeld } from '../../state/writing.ts';
import { Button } from '../../ui/button.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { useExport } from './export-store.ts';
import { filterWords } from './filter-words.ts';
import { formatName } from './format-name.ts';
import { PresetName } from './preset-name.tsx';
import { choosePreset, chosenPreset, removePreset, renamePreset, savePreset, setNaming, usePresets } from './preset-store.ts';
import './presets.css';

const RENAME = 'F2';
const TAKE_AWAY = 'Shift+Delete';
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** Brings the keyboard to the presets: to the one chosen, else to the first. */
export function focusPresets(): void {
  (document.querySelector<HTMLElement>('.preset[aria-pressed=true]') ?? document.querySelector<HTMLElement>('.preset'))?.focus();
}

/** Choices under a name: one press chooses formats, articles and looks at once. The user's own are saved, renamed and taken away here. */
export function Presets({ disabled }: { readonly disabled: boolean }) {
  const t = useT();
  const label = useTopicLabel();
  const held = useHeld();
  const { presets, naming } = usePresets((state) => state);
  useExport((state) => state); // what is chosen says which preset it is
  const chosen = chosenPreset(presets);
  const own = chosen?.builtIn === false ? chosen : null;
  const list = useRef<HTMLUListElement>(null);
  const was = useRef(naming);
  useEffect(() => {
    if (was.current !== null && naming === null && list.current?.contains(document.activeElement) !== true) focusPresets(); // the field is gone: the keyboard stays here
    was.current = naming;
  }, [naming]);
  const stays = useRef(false); // the keyboard, when the list comes anew: what had it may be gone, or be called otherwise
  useEffect(() => {
    if (stays.current) focusPresets();
    stays.current = false;
  }, [presets]);
  const staying = (act: Promise<void>) => {
    stays.current = true;
    void act;
  };

  const onKeyDown = (event: KeyboardEvent<HTMLButtonElement>, preset: Preset) => {
    const press = pressOf(event.nativeEvent);
    const is = (keys: string) => matchesStroke(parseKeys(keys)[0]!, press, isMac());
    const step = event.ctrlKey || event.altKey || event.metaKey || event.shiftKey ? undefined : STEPS[event.key];
    if (step !== undefined) {
      const all = Array.from(list.current?.querySelectorAll<HTMLElement>('.preset') ?? []);
      all.at((all.indexOf(event.currentTarget) + step) % all.length)?.focus();
    } else if (!preset.builtIn && is(RENAME)) {
      if (!refuseWriting()) setNaming({ preset: preset.id });
    } else if (!preset.builtIn && is(TAKE_AWAY)) {
      if (!refuseWriting()) staying(removePreset(preset));
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <fieldset className="presets" disabled={disabled}>
      <legend>{t('preset.list')}</legend>
      <ul ref={list}>
        {presets.map((preset) => (
          <li key={preset.id}>
            {typeof naming === 'object' && naming?.preset === preset.id ? (
              <PresetName label={t('preset.rename-label', { name: preset.name })} start={preset.name} except={preset.id} onKeep={(name) => staying(renamePreset(preset, name))} />
            ) : (
              <button type="button" className="preset" aria-pressed={preset === chosen} onClick={() => choosePreset(preset)} onKeyDown={(event) => onKeyDown(event, preset)}>
                {presetName(t, preset)}
                <small>{preset.choices.formats.map((format) => formatName(t, format)).join(t('export.words.and'))}</small>
                <small>{filterWords(t, label, preset.choices.filter)}</small>
              </button>
            )}
          </li>
        ))}
        <li>
          {naming === 'new'
            ? <PresetName label={t('preset.name')} start="" except={null} onKeep={(name) => staying(savePreset(name))} />
            : <Button look="quiet" className="preset-save" command="export.savePreset" disabled={chosen !== null} onClick={() => setNaming('new')}>{t('preset.save')}</Button>}
        </li>
      </ul>
      {own && naming === null && (
        <div className="preset-acts">
          <button type="button" className="button quiet" {...held} onClick={() => refuseWriting() || setNaming({ preset: own.id })}>{t('preset.rename')} <Kbd keys={RENAME} /></button>
          <button type="button" className="button quiet" {...held} onClick={() => refuseWriting() || staying(removePreset(own))}>{t('preset.take-away')} <Kbd keys={TAKE_AWAY} /></button>
        </div>
      )}
    </fieldset>
  );
}

/** What a preset is called: the user's own by its name, the others by whom they are for. */
function presetName(t: Translate, { id, name, builtIn }: Preset): string {
  const key = `preset.${id}`;
  return builtIn && isStringKey(key) ? t(key) : name;
}
