import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What the packaged binary may do. The embedded check of the archive exists on macOS and Windows only; elsewhere the fuse
 * has no effect, and it is set all the same so that one list holds for all.
 * @type {Readonly<Record<keyof typeof FuseV1Options, boolean>>}
 */
export const packagedFuses = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/**
 * Runs when electron-builder has laid out the application, before it is signed.
 * @param {import('electron-builder').AfterPackContext} context
 */
export default async function afterPack(context) {
  const { packager, appOutDir, electronPlatformName } = context;
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === 'linux') {
    // The fallback runtime brings a stand-in for Electron's default app.
    await rm(join(appOutDir, 'resources', 'app'), { recursive: true, force: true });
  }
  const binary = {
    darwin: join(appOutDir, `${productFilename}.app`, 'Contents', 'MacOS', productFilename),
    win32: join(appOutDir, `${productFilename}.exe`),
  }[electronPlatformName] ?? join(appOutDir, packager.config.linux?.executableName ?? productFilename);
  const fuses = Object.fromEntries(
    Object.entries(packagedFuses).map(([name, isOn]) => [FuseV1Options[/** @type {keyof typeof FuseV1Options} */ (name)], isOn]),
  );
  await flipFuses(binary, {
    version: FuseVersion.V1,
    resetAdHocDarwinSignature: electronPlatformName === 'darwin',
    ...fuses,
  });
}
