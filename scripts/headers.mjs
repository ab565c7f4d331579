// npm run --silent headers -- nginx|iis SITE DOMAIN…: prints the configuration of a web server for the board, as
// docs/deployment.md tells; silent, since npm would print a banner of its own into the file. What is in deployment/ was
// printed by this, and a test holds it to that.
import { pathToFileURL } from 'node:url'

/** Fluent's styling engine writes into style elements that are empty, which this lets in: the hash of nothing at all. */
const EMPTY_STYLE = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
const YEAR_SECONDS = 31_536_000

/** Features of a browser that the board has no use for. */
const UNUSED = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'serial', 'hid', 'bluetooth', 'midi']

/**
 * @typedef {{ readonly site: string, readonly domains: readonly string[] }} Place `site` is the host of the board;
 *   `domains` are those below which its servers lie, with a port where that is not 443
 * @typedef {readonly (readonly [name: string, value: string])[]} Headers
 */

/**
 * What every answer of the web server carries, the worker's and those that refuse among them.
 * @param {readonly string[]} domains
 * @returns {Headers}
 */
export const securityHeaders = (domains) => [
  ['Content-Security-Policy', policyFor(domains)],
  ['Strict-Transport-Security', `max-age=${YEAR_SECONDS}`],
  ['X-Content-Type-Options', 'nosniff'],
  ['Referrer-Policy', 'strict-origin'],
  ['Permissions-Policy', UNUSED.map((feature) => `${feature}=()`).join(', ')],
]

/** Of names that carry a hash of their content: everything below assets/. */
export const CACHED_FOR_EVER = `public, max-age=${YEAR_SECONDS}, immutable`
/** Of everything else: kept, but asked about each time. */
export const ASKED_EACH_TIME = 'no-cache'

/** @param {readonly string[]} domains */
function policyFor(domains) {
  const servers = domains.map((domain) => `https://*.${domain}`).join(' ')
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' ${EMPTY_STYLE}`,
    `img-src 'self' data: blob: ${servers}`, // the tab's icon, photos by token, photos by cookie
    `connect-src 'self' ${servers}`,
    `frame-src ${servers}`, // the cross-domain frame
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types presence-board',
  ].join('; ')
}

/** @param {Place} place */
const nginxFor = ({
  site,
  domains,
}) => `# Presence Board behind nginx: a file for /etc/nginx/conf.d. docs/deployment.md tells how.
# Printed by: npm run --silent headers -- nginx ${site} ${domains.join(' ')}

map $uri $presence_board_cache {
    default        "${ASKED_EACH_TIME}";
    ~*/assets/     "${CACHED_FOR_EVER}";
}

server {
    listen 80;
    server_name ${site};
    return 301 https://$host$request_uri;
}

server {
    listen 443 ssl http2;
    server_name ${site};

    ssl_certificate     /etc/ssl/presence-board/certificate.pem;
    ssl_certificate_key /etc/ssl/presence-board/key.pem;
    ssl_protocols       TLSv1.2 TLSv1.3;

    root  /var/www/presence-board;
    index index.html;

    include /etc/nginx/mime.types;
    types { application/manifest+json webmanifest; }
    charset utf-8;

    gzip on;
    gzip_vary on;
    gzip_min_length 1024;
    gzip_types text/css text/javascript application/javascript application/json application/manifest+json image/svg+xml;

    server_tokens off;
    add_header Cache-Control $presence_board_cache;
${securityHeaders(domains)
  .map(([name, value]) => `    add_header ${name} "${value}" always;`)
  .join('\n')}

    location / {
        try_files $uri $uri/ =404;
    }
}
`

/** @param {Place} place */
const iisFor = ({ site, domains }) => `<?xml version="1.0" encoding="utf-8"?>
<!-- Presence Board on IIS: a file for the site's own folder, beside index.html. docs/deployment.md tells how.
     Printed by the command "headers" for: iis ${site} ${domains.join(' ')} -->
<configuration>
  <system.webServer>
    <defaultDocument enabled="true">
      <files>
        <clear />
        <add value="index.html" />
      </files>
    </defaultDocument>
    <directoryBrowse enabled="false" />
    <staticContent>
      <remove fileExtension=".json" />
      <mimeMap fileExtension=".json" mimeType="application/json" />
      <remove fileExtension=".svg" />
      <mimeMap fileExtension=".svg" mimeType="image/svg+xml" />
      <remove fileExtension=".webmanifest" />
      <mimeMap fileExtension=".webmanifest" mimeType="application/manifest+json" />
      <remove fileExtension=".webp" />
      <mimeMap fileExtension=".webp" mimeType="image/webp" />
      <clientCache cacheControlMode="NoControl" cacheControlCustom="${ASKED_EACH_TIME}" />
    </staticContent>
    <urlCompression doStaticCompression="true" />
    <httpProtocol>
      <customHeaders>
        <remove name="X-Powered-By" />
${securityHeaders(domains)
  .map(([name, value]) => `        <add name="${name}" value="${value}" />`)
  .join('\n')}
      </customHeaders>
    </httpProtocol>
  </system.webServer>
  <location path="assets">
    <system.webServer>
      <staticContent>
        <clientCache cacheControlMode="NoControl" cacheControlCustom="${CACHED_FOR_EVER}" />
      </staticContent>
    </system.webServer>
  </location>
</configuration>
`

const USAGE = `npm run --silent headers -- nginx|iis SITE DOMAIN…, as in:
npm run --silent headers -- nginx presence.contoso.com contoso.com`

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [, , server, site, ...domains] = process.argv
  const printed = { nginx: nginxFor, iis: iisFor }[server ?? '']
  if (printed === undefined || site === undefined || domains.length === 0) {
    console.error(USAGE)
    process.exitCode = 2
  } else process.stdout.write(printed({ site, domains }))
}
