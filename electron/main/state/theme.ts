import type { Theme } from '#contract/schemas/project.ts';

type System = { readonly dark: boolean; readonly highContrast: boolean };

/** The theme to show: the one chosen, or what the system asks for. */
export function themeOf(setting: 'system' | Theme, system: System): Theme {
  if (setting !== 'system') return setting;
  if (system.highContrast) return 'contrast';
  return system.dark ? 'dark' : 'light';
}

/** What the native parts and `prefers-color-scheme` follow. High contrast comes in light and in dark, as the system is. */
export function nativeSourceOf(setting: 'system' | Theme): 'system' | 'light' | 'dark' {
  return setting === 'contrast' ? 'system' : setting;
}
