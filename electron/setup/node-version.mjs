// The first import of every verb: it has to run, and to say something useful, on a Node that is too old for the rest.
const needsMajor = 20;
const needsMinor = 19;

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < needsMajor || (major === needsMajor && minor < needsMinor)) {
  process.stderr.write(
    'stet: Failed: Stet needs Node ' + needsMajor + '.' + needsMinor + ' or newer; this is Node ' + process.versions.node + '.\n' +
      'stet:   Install a newer Node from https://nodejs.org or with your package manager, then run the command again.\n',
  );
  process.exit(1);
}
