// npm run test:deployment: the production build where docs/deployment.md puts it: on nginx out of the distribution's
// packages, over TLS, by the delivered configuration, with the servers behind https too; told by a story in Chromium. Where
// nginx cannot be had it says so, and ends well.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { ensureBrowser } from './browser.mjs'
import { endChildren, endChildrenOnSignal, runNode, startChild } from './children.mjs'
import { ensurePackages } from './debian-packages.mjs'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { freePort } from './free-port.mjs'
import { ownCertificate } from './own-certificate.mjs'
import { printedAsDocumented } from './printed-as-documented.mjs'
import { ROOT } from './root.mjs'

const DOMAIN = 'contoso.test'
const [BOARD, AUTODISCOVER, POOL] = [`presence.${DOMAIN}`, `lyncdiscover.${DOMAIN}`, `lyncweb.${DOMAIN}`]
const NGINX = '/usr/sbin/nginx'
const PACKAGES = [
  { name: 'nginx-light', isThere: () => existsSync(NGINX) },
  { name: 'openssl', isThere: () => existsSync('/usr/bin/openssl') },
]

/** An XML text is what a policy that wants trusted types is strict with. */
const CUSTOM_STATES = `<?xml version="1.0" encoding="utf-8"?>
<customStates xmlns="http://schemas.microsoft.com/09/2009/communicator/customStates">
  <customState ID="1" availability="busy"><activity LCID="1033">On a customer site</activity></customState>
</customStates>
`

const folder = mkdtempSync(join(tmpdir(), 'presence-board-deployment-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
endChildrenOnSignal({ exitCode: 130 })

await ensureInstalled()
const missing = await ensurePackages(PACKAGES)
if (missing !== null) {
  console.log(`The deployment was not tested. ${missing}`)
  process.exit(0)
}
await ensureBuilt()
const chromium = await ensureBrowser()

try {
  const [tls, plain, autodiscover, pool] = [
    await freePort(),
    await freePort(),
    await freePort(),
    await freePort(),
  ]
  const origin = (/** @type {string} */ host) => `https://${host}:${tls}`
  putInPlace({ url: `${origin(AUTODISCOVER)}/` })
  const { fingerprint } = ownCertificate({ folder, hosts: [BOARD, AUTODISCOVER, POOL] })
  await startNginx({ tls, plain, autodiscover, pool })

  const playwright = ['node_modules/@playwright/test/cli.js', 'test']
  const config = ['--config', 'playwright.deployment.config.ts']
  const passed = await runNode([...playwright, ...config, ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {
      ...process.env,
      ...(chromium === null ? {} : { CHROMIUM_PATH: chromium }),
      BOARD: `${origin(BOARD)}/`,
      BOARD_BY_HTTP: `http://${BOARD}:${plain}/`,
      CERTIFICATE_FINGERPRINT: fingerprint,
      AUTHORITY: join(folder, 'authority.pem'),
      SANDBOX_FLAGS: JSON.stringify([
        '--port',
        String(autodiscover),
        '--shown-as',
        origin(AUTODISCOVER),
        '--pool-port',
        String(pool),
        '--pool-shown-as',
        origin(POOL),
        '--allowed-origin',
        origin(BOARD),
      ]),
    },
  })
  process.exitCode = passed ? 0 : 1
} finally {
  await endChildren()
}

/** The build, and a configuration of the administrator's. @param {{ url: string }} autodiscover */
function putInPlace(autodiscover) {
  cpSync(join(ROOT, 'dist'), join(folder, 'site'), { recursive: true })
  const configuration = {
    autodiscover,
    trustedDomains: [DOMAIN],
    company: 'Contoso',
    customStatesUrl: 'custom-states.xml',
  }
  writeFileSync(join(folder, 'site', 'custom-states.xml'), CUSTOM_STATES)
  writeFileSync(join(folder, 'site', 'config.json'), JSON.stringify(configuration))
}

/**
 * The configuration that docs/deployment.md has the administrator print, but for ports, files and names of this machine; and beside it the servers behind https.
 * @param {{ tls: number, plain: number, autodiscover: number, pool: number }} ports
 */
async function startNginx({ tls, plain, autodiscover, pool }) {
  const board = printedAsDocumented(
    { server: 'nginx', folder },
    { site: BOARD, domains: [`${DOMAIN}:${tls}`] },
  )
    .replace('listen 443 ssl http2', `listen 127.0.0.1:${tls} ssl http2`)
    .replace('listen 80', `listen 127.0.0.1:${plain}`)
    .replace('https://$host$request_uri', `https://$host:${tls}$request_uri`)
    .replace('/etc/ssl/presence-board/certificate.pem', join(folder, 'certificate.pem'))
    .replace('/etc/ssl/presence-board/key.pem', join(folder, 'key.pem'))
    .replace('/var/www/presence-board', join(folder, 'site'))

  mkdirSync(join(folder, 'temp'))
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `  ${kind}_temp_path ${join(folder, 'temp', kind)};`)
    .join('\n')
  const file = join(folder, 'nginx.conf')
  writeFileSync(
    file,
    `daemon off;
${process.getuid?.() === 0 ? 'user root;' : ''} # the folder is ours alone
pid ${join(folder, 'nginx.pid')};
error_log stderr error;
events {}
http {
  access_log off;
${temp}
${board}
${behind(AUTODISCOVER, tls, autodiscover)}
${behind(POOL, tls, pool)}
}
`,
  )
  const nginx = startChild(NGINX, ['-c', file, '-p', folder], { stdio: ['ignore', 'ignore', 'inherit'] })
  while (!existsSync(join(folder, 'nginx.pid'))) {
    if (nginx.exitCode !== null) throw new Error(`nginx ended with ${nginx.exitCode}`)
    await setTimeout(50)
  }
}

/**
 * A server of the sandbox's, as Skype for Business is behind its reverse proxy: a pending GET is held for minutes.
 * @param {string} host
 * @param {number} tls
 * @param {number} port
 */
function behind(host, tls, port) {
  return `
  server {
    listen 127.0.0.1:${tls} ssl http2;
    server_name ${host};
    ssl_certificate ${join(folder, 'certificate.pem')};
    ssl_certificate_key ${join(folder, 'key.pem')};
    location / {
      proxy_pass http://127.0.0.1:${port};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_buffering off;
      proxy_read_timeout 1h;
    }
  }`
}
