// What may import what. The compiler's project references say the same of the rings; here stand the doors as well, the
// npm packages, and what a compiler does not mind: circles. Imports of types count like any other.
import { packagesInCode } from './electron/setup/package-table.mjs';

const test = '(?:\\.test\\.(?:tsx?|mjs)$|/testing/)';
const entry = '^(?:electron/(?:main/main|preload/preload|engine/[^/]+-worker|engine/serve|cli/cli)\\.ts|renderer/app/main\\.tsx)$';
const ours = '^(?:shared|electron|renderer|e2e|resources)/';
const shared = '^shared/';

/** Folder by folder: which of our own folders it may import. */
const rings = {
  '^shared/util/': ['^shared/util/'],
  '^shared/core/': ['^shared/(?:core|util)/', '^resources/(?:lexicon|split|topics)/'],
  '^shared/strings/': ['^shared/(?:strings|util)/', '^resources/strings/'],
  '^shared/contract/': ['^shared/(?:contract|core|util)/'],
  '^electron/files/': ['^electron/files/'],
  '^electron/engine/': ['^electron/(?:engine|files)/', shared, '^resources/'],
  '^electron/cli/': ['^electron/(?:cli|engine|files)/', shared, '^resources/'],
  '^electron/main/': ['^electron/(?:files|main)/', '^electron/engine/host-messages\\.ts$', shared],
  '^electron/preload/': ['^electron/preload/', shared],
  '^electron/setup/': ['^electron/setup/'],
  '^renderer/': ['^renderer/', shared, '^resources/icons/'],
  '^resources/': ['^resources/', shared],
  '^e2e/': ['^e2e/', '^electron/(?:engine|setup)/', '^renderer/state/', shared, '^resources/'],
};

const ringRules = Object.entries(rings).map(([from, allowed]) => ({
  name: `ring ${from.slice(1, -1)}`,
  severity: 'error',
  from: { path: from },
  to: { path: ours, pathNot: [...allowed, '/testing/'] },
}));

const packageRules = Object.entries(packagesInCode).map(([name, places]) => ({
  name: `package ${name}`,
  severity: 'error',
  from: { pathNot: [...places, '^node_modules/'] },
  to: { path: `^node_modules/(?:@types/)?${name.replace('@types/', '')}/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...ringRules,
    ...packageRules,
    {
      name: 'unclassified package',
      comment: 'Say in electron/setup/package-table.mjs which rings may import it.',
      severity: 'error',
      from: { path: ours },
      to: {
        path: 'node_modules/',
        pathNot: Object.keys(packagesInCode).map((name) => `node_modules/(?:@types/)?${name}/`),
      },
    },
    {
      name: 'undeclared package',
      severity: 'error',
      from: { path: ours },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'node in a ring without node',
      severity: 'error',
      from: { path: '^(?:shared|renderer)/', pathNot: test },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'test code in the product',
      severity: 'error',
      from: { path: '^(?:shared|electron|renderer)/', pathNot: test },
      to: { path: test },
    },
    {
      name: 'dead file',
      comment: 'No entry of the product leads to it.',
      severity: 'error',
      from: { path: entry },
      to: { path: '^(?:shared|electron/(?:main|preload|engine|cli|files)|renderer)/.*\\.tsx?$', pathNot: [test, entry, '\\.d\\.ts$'], reachable: false },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(?:dist|release|\\.cache)/|/runtime-app/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
