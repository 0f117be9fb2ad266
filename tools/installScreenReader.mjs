// Installs the programs that test/screen-reader needs, on Debian and Ubuntu as root. On other systems it names the missing packages.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** A file of each package. */
const packages = {
  orca: '/usr/bin/orca',
  'at-spi2-core': '/usr/libexec/at-spi-bus-launcher',
  xvfb: '/usr/bin/Xvfb',
  dbus: '/usr/bin/dbus-daemon',
  'speech-dispatcher': '/usr/bin/speech-dispatcher',
  'speech-dispatcher-espeak-ng': '/usr/lib/speech-dispatcher-modules/sd_espeak-ng',
  'espeak-ng': '/usr/bin/espeak-ng',
  openbox: '/usr/bin/openbox',
};

function missing() {
  return Object.entries(packages).flatMap(([name, file]) => (existsSync(file) ? [] : [name]));
}

/** @param {readonly string[]} options */
function aptGet(...options) {
  const { status } = spawnSync('apt-get', ['--quiet', '--yes', '--no-install-recommends', ...options], {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

const isRoot = process.getuid?.() === 0;
if (missing().length > 0 && isRoot && existsSync('/usr/bin/apt-get')) {
  if (aptGet('update')) aptGet('install', ...missing());
}
if (missing().length > 0) {
  console.error(
    `The screen reader needs Linux and these packages: ${missing().join(', ')}.\n` +
      `On Debian or Ubuntu: sudo apt-get install ${missing().join(' ')}`,
  );
  process.exitCode = 1;
}
