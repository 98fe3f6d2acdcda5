/**
 * `npm ci` refuses a lock file that leaves out a package for another platform, and npm leaves such a package out where a
 * registry does not carry it. These entries are added by hand then: without a checksum, which nobody here can know, and
 * with the platform in their name, so that they are passed over everywhere else.
 *
 * @typedef {{ version?: string, optional?: boolean, dev?: boolean, os?: string[], cpu?: string[], libc?: string[],
 *   optionalDependencies?: Record<string, string> }} LockEntry
 */

const cpus = ['arm64', 'x64', 'ia32', 'arm', 'ppc64', 'riscv64', 's390x', 'loong64', 'mips64el'];
const systems = ['darwin', 'win32', 'linux', 'freebsd', 'android', 'openharmony', 'netbsd', 'openbsd', 'sunos', 'aix'];

/**
 * @param {Readonly<Record<string, LockEntry>>} packages of a package-lock.json, by folder
 * @returns {Record<string, LockEntry>} the entries that are missing
 */
export function missingEntries(packages) {
  /** @type {Record<string, LockEntry>} */
  const missing = {};
  for (const [folder, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (isLocked(packages, folder, name)) continue;
      missing[`node_modules/${name}`] = { version, ...(entry.dev && { dev: true }), optional: true, ...platformOf(name) };
    }
  }
  return missing;
}

/**
 * @param {Readonly<Record<string, LockEntry>>} packages
 * @param {string} from folder of the package that asks for it
 * @param {string} name
 */
function isLocked(packages, from, name) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (`${folder}${folder === '' ? '' : '/'}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

/**
 * @param {string} name such as @oxlint/binding-linux-arm64-musl
 * @returns {Pick<LockEntry, 'os' | 'cpu' | 'libc'>}
 */
function platformOf(name) {
  const words = name.split(/[/-]/);
  const os = systems.find((system) => words.includes(system));
  const cpu = cpus.find((each) => words.includes(each));
  if (os === undefined || cpu === undefined) throw new Error(`package-lock.json: cannot tell the platform of ${name}`);
  const libc = words.includes('musl') ? 'musl' : words.includes('gnu') ? 'glibc' : undefined;
  return { os: [os], cpu: [cpu], ...(os === 'linux' && libc && { libc: [libc] }) };
}

/**
 * @param {string} text of package-lock.json
 * @returns {string} the same with the missing entries, in npm's order
 */
export function completeLock(text) {
  const lock = JSON.parse(text);
  const packages = { ...lock.packages, ...missingEntries(lock.packages) };
  const sorted = Object.fromEntries(Object.entries(packages).toSorted(([a], [b]) => a.localeCompare(b, 'en')));
  return `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`;
}
