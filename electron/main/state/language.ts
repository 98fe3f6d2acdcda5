import type { Language } from '#contract/schemas/project.ts';

/** The language to speak: the one chosen, or the first of the system's that Stet has; English where it has none. */
export function languageOf(setting: 'system' | Language, systemLanguages: readonly string[]): Language {
  if (setting !== 'system') return setting;
  for (const tag of systemLanguages) {
    const [language] = tag.toLowerCase().split(/[-_]/);
    if (language === 'zh') return 'zh-Hans';
    if (language === 'en') return 'en';
  }
  return 'en';
}
