/**
 * Every npm package that code may import, and where: patterns of file paths. A package that is not named here cannot be
 * imported at all. Where one folder is named, that folder is the package's one door.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const packagesInCode = {
  // One door each.
  electron: ['^electron/(?:main|preload)/', '^e2e/'],
  '@photostructure/sqlite': ['^electron/engine/db/', '^(?:electron|e2e)/.*\\.(?:test|journey)\\.ts$'],
  '@parcel/watcher': ['^electron/engine/watch/'],
  '@node-rs/jieba': ['^electron/engine/words/'],
  '@hyzyla/pdfium': ['^electron/engine/companion/'],
  'csv-parse': ['^electron/engine/topics/', '^electron/engine/accepted/', '^shared/core/export/formats/.*\\.test\\.ts$'],
  n3: ['^electron/engine/topics/', '^shared/core/export/formats/annotations-[a-z-]*\\.test\\.ts$'],
  saxes: ['^electron/engine/topics/', '^shared/core/parse/layout/', '^shared/core/export/formats/tei-[a-z-]*\\.test\\.ts$'],
  utif2: ['^electron/engine/companion/'],
  'hyparquet-writer': ['^shared/core/export/parquet/'],
  hyparquet: ['^shared/core/export/parquet/.*\\.test\\.ts$'],
  '@tanstack/react-table': ['^renderer/ui/table/'],
  '@tanstack/react-virtual': ['^renderer/ui/'],
  '@codemirror/commands': ['^renderer/ui/text-editor/', '^e2e/bench/ui/baseline/'],
  '@codemirror/state': ['^renderer/ui/text-editor/', '^e2e/bench/ui/baseline/'],
  '@codemirror/view': ['^renderer/ui/text-editor/', '^e2e/bench/ui/baseline/'],

  // Whole rings.
  valibot: ['^shared/contract/', '^electron/(?:main|engine/serve)/'],
  react: ['^renderer/', '^e2e/bench/ui/baseline/'],
  'react-dom': ['^renderer/', '^e2e/bench/ui/baseline/'],
  zustand: ['^renderer/(?:app|commands|features|state)/'],
  'fast-diff': ['^renderer/', '^shared/core/'],

  // Tests.
  vitest: ['\\.(?:test\\.(?:tsx?|mjs)|bench\\.ts)$', '/testing/', '^vitest\\.config\\.ts$'],
  'fast-check': ['\\.test\\.tsx?$', '/testing/'],
  '@duckdb/node-api': ['\\.test\\.ts$', '^e2e/'],
  'js-yaml': ['\\.test\\.ts$'],
  jsonld: ['\\.test\\.ts$'],
  '@playwright/test': ['^e2e/', '^playwright\\.config\\.ts$'],
  'axe-core': ['^e2e/'],
  '@electron/fuses': ['^e2e/', '^electron/setup/'],

  // Tools.
  vite: ['^vite[.a-z]*\\.config\\.ts$', '^electron/setup/', '/testing/'],
  '@vitejs/plugin-react': ['^vite\\.config\\.ts$'],
  'electron-builder': ['^electron/setup/'],
};

/** Packages that are run, or whose types are read, and that no file imports. */
export const packagesForTools = [
  '@types/n3',
  '@types/node',
  '@types/react',
  '@types/react-dom',
  'dependency-cruiser',
  'electron-33-types',
  'happy-dom',
  'oxlint',
  'oxlint-tsgolint',
  'playwright',
  'typescript',
  'typescript-7',
];
