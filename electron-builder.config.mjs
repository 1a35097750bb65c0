// @ts-check
import { join } from 'node:path'
import { appId } from './src/shared/app-id.ts'
import { setFuses } from './tools/pack/fuses.ts'
import { refuseInsecureLoads } from './tools/pack/mac-plist.ts'
import { noticesFile, sbomFile, writeNotices } from './tools/pack/write-notices.ts'

/**
 * Everything that can be installed. Releases and checks use this one file, so that what was checked is what goes out.
 * @type {import('electron-builder').Configuration}
 */
export default {
  appId,
  productName: 'Balie',
  copyright: 'Copyright © The Balie authors',
  directories: { output: 'dist', buildResources: 'resources' },
  artifactName: '${productName}-${version}-${os}-${arch}.${ext}',
  // Everything of ours is in out/; of node_modules only keychain and ledger, and of these only what runs on the system packed for. tools/pack/contents.ts checks it.
  files: [
    'package.json',
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    '!**/*.map',
    '!node_modules/**',
    'node_modules/better-sqlite3-multiple-ciphers/package.json',
    'node_modules/better-sqlite3-multiple-ciphers/LICENSE',
    'node_modules/better-sqlite3-multiple-ciphers/lib/{database,util,sqlite-error}.js',
    'node_modules/better-sqlite3-multiple-ciphers/lib/methods/*.js',
    'node_modules/better-sqlite3-multiple-ciphers/lib/${platform}-${arch}.js',
    'node_modules/better-sqlite3-multiple-ciphers/prebuilds/${platform}-${arch}.node',
    'node_modules/keytar/package.json',
    'node_modules/keytar/LICENSE.md',
    'node_modules/keytar/lib/keytar.js',
    'node_modules/keytar/build/Release/keytar.node',
  ],
  extraResources: [
    { from: noticesFile, to: 'NOTICES.txt' },
    { from: sbomFile, to: 'sbom.cdx.json' },
    { from: 'LICENSE', to: 'LICENSE.txt' },
  ],
  asar: { smartUnpack: false },
  asarUnpack: ['**/*.node'],
  // SECURITY: the older runtime's menu entry starts the app without Chromium's sandbox.
  toolsets: { appimage: '1.0.3' },
  // keytar is Node-API and built by set-up; a rebuild would fetch headers.
  npmRebuild: false,
  // No target names a processor: a package is for the one it is packed on, since keytar is built there.
  electronLanguages: ['nl', 'en-US'],
  publish: [{ provider: 'generic', url: 'https://updates.balie.example/', channel: 'latest' }],
  linux: {
    target: ['AppImage', 'deb', 'rpm'],
    executableName: 'balie',
    category: 'Office',
    syncDesktopName: true,
    synopsis: 'Desk for Billink disputes and DigiWallet sale notes',
    description: 'Files disputes with Billink and puts sale notes at DigiWallet, singly or from a table.',
    vendor: 'The Balie authors',
    icon: 'icons',
    desktop: {
      entry: {
        Categories: 'Office;Finance;',
        'Comment[nl]': 'Billink-geschillen indienen en DigiWallet-notities zetten',
        Keywords: 'Billink;DigiWallet;dispute;note;',
        'Keywords[nl]': 'Billink;DigiWallet;geschil;notitie;',
      },
    },
  },
  deb: {
    packageCategory: 'office',
    recommends: ['gnome-keyring | ksshaskpass'],
    appArmorProfile: 'resources/linux/apparmor-profile',
    afterRemove: 'resources/linux/after-remove.sh',
    fpm: [
      '--before-install=resources/linux/before-install.sh',
      'resources/linux/nl.balie.desk.metainfo.xml=/usr/share/metainfo/nl.balie.desk.metainfo.xml',
    ],
  },
  rpm: {
    packageCategory: 'Applications/Office',
    appArmorProfile: 'resources/linux/apparmor-profile',
    afterRemove: 'resources/linux/after-remove.sh',
    fpm: [
      // Without it the folders stay when the package goes.
      '--directories=/opt/Balie',
      'resources/linux/nl.balie.desk.metainfo.xml=/usr/share/metainfo/nl.balie.desk.metainfo.xml',
    ],
  },
  win: {
    // IT departments' computers are x64; Windows runs that on arm64, too.
    target: process.arch === 'arm64' ? ['nsis'] : ['nsis', 'msi'],
    icon: 'resources/icon.ico',
  },
  // Per user and without an administrator's rights; IT departments have the MSI.
  nsis: {
    oneClick: true,
    perMachine: false,
    deleteAppDataOnUninstall: false,
    packElevateHelper: false,
    include: 'resources/windows/installer.nsh',
    installerLanguages: ['en_US', 'nl_NL'],
  },
  msi: { oneClick: false, perMachine: true, runAfterFinish: false },
  mac: {
    // The zip is what updates are fetched as.
    target: ['dmg', 'zip'],
    icon: 'resources/icon.icns',
    category: 'public.app-category.business',
    hardenedRuntime: true,
    entitlements: 'resources/mac/entitlements.plist',
    entitlementsInherit: 'resources/mac/entitlements.plist',
  },
  beforePack: () => writeNotices(),
  afterPack: async ({ appOutDir, electronPlatformName: system, packager }) => {
    if (system !== 'linux' && system !== 'win32' && system !== 'darwin') throw new Error(`There are no packages for ${system}.`)
    const name = packager.appInfo.productFilename
    const binary = join(appOutDir, { linux: 'balie', win32: `${name}.exe`, darwin: `${name}.app` }[system])
    await setFuses(binary, system)
    if (system === 'darwin') refuseInsecureLoads(binary)
  },
}
