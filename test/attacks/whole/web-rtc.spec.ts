import { existsSync } from 'node:fs'
import { chromium, expect, test } from '@playwright/test'
import { pageHeaders } from '#main/shell/page-headers.ts'
import { openOutside, overTurn } from '#test/support/attacks/outside.ts'

const executablePath = [process.env['BALIE_CHROMIUM'] ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'].find((file) =>
  existsSync(file),
)
test.skip(executablePath === undefined, 'Needs a Chromium to start with each means by itself')

const home = 'https://balie.test/'
/** What Chromium itself puts between a page and this computer is not ours to try. */
const always = ['--disable-features=LocalNetworkAccessChecks,LocalNetworkAccessChecksWebRTC', '--no-sandbox']
const proxy = ['--proxy-server=http://127.0.0.1:9', '--proxy-bypass-list=<-loopback>']
const noUdp = ['--force-webrtc-ip-handling-policy', '--webrtc-ip-handling-policy=disable_non_proxied_udp']
const list = pageHeaders['Connection-Allowlist'] ?? ''
/** Longer than it took where it came. */
const patienceMs = 1_500

interface Means {
  headers?: Record<string, string>
  args?: readonly string[]
}

/** Whether a script of a page that is closed by these means reaches a TURN server, by transport. */
async function leaves({ headers = {}, args = [] }: Means): Promise<{ tcp: boolean; udp: boolean }> {
  const outside = await openOutside()
  const browser = await chromium.launch({ executablePath: executablePath ?? '', args: [...always, ...args] })
  const page = await browser.newPage()
  await page.route(home, (route) => route.fulfill({ headers: { 'content-type': 'text/html', ...headers }, body: '<p>Balie' }))
  await page.goto(home)
  await page.evaluate(({ tcp, udp }) => {
    for (const address of [`turn:127.0.0.1:${tcp}?transport=tcp`, `turn:127.0.0.1:${udp}?transport=udp`]) {
      try {
        const peer = new RTCPeerConnection({ iceServers: [{ urls: address, username: 'x', credential: 'x' }] })
        peer.createDataChannel('x')
        void peer.createOffer().then((offer) => peer.setLocalDescription(offer))
      } catch {
        // Not even begun.
      }
    }
  }, outside.turn)
  const end = performance.now() + patienceMs
  const { tcp, udp } = overTurn
  while (performance.now() < end && !(outside.came.has(tcp) && outside.came.has(udp))) await page.waitForTimeout(20)
  const came = { tcp: outside.came.has(tcp), udp: outside.came.has(udp) }
  await browser.close()
  await outside.close()
  return came
}

/** The table of ADR 24, tried anew: by which means a page is kept from a TURN server. */
const table: [means: string, Means, leaves: { tcp: boolean; udp: boolean }][] = [
  ['nothing', {}, { tcp: true, udp: true }],
  ["CSP webrtc 'block'", { headers: { 'content-security-policy': "webrtc 'block'" } }, { tcp: true, udp: true }],
  [
    "CSP webrtc 'block' with experimental features",
    {
      headers: { 'content-security-policy': "webrtc 'block'" },
      args: ['--enable-experimental-web-platform-features'],
    },
    { tcp: true, udp: true },
  ],
  [
    'a permission policy',
    { headers: { 'permissions-policy': pageHeaders['Permissions-Policy'] ?? '' } },
    { tcp: true, udp: true },
  ],
  ['no UDP past a proxy', { args: noUdp }, { tcp: true, udp: false }],
  ['a proxy that is not there', { args: proxy }, { tcp: false, udp: true }],
  ['both', { args: [...noUdp, ...proxy] }, { tcp: false, udp: false }],
  ['a list of connections', { headers: { 'connection-allowlist': list } }, { tcp: false, udp: false }],
]

for (const [means, how, expected] of table)
  test(`a page closed by ${means} reaches a TURN server over ${JSON.stringify(expected)}`, async () => {
    expect(await leaves(how)).toEqual(expected)
  })
