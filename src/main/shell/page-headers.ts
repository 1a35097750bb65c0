/** What no screen of ours uses. Without a word on it, Chromium asks the app, which refuses as well. */
const features = ['camera', 'microphone', 'geolocation', 'display-capture', 'usb', 'serial', 'hid', 'midi', 'payment']

/**
 * What goes with each of our own files, beside its Content-Security-Policy.
 * SECURITY: that policy does not reach WebRTC: a script in the page could send all it sees to a TURN server. `webrtc 'block'` and a
 * permission policy change nothing in Chromium 156; any `Connection-Allowlist` does. It lets all addresses
 * through: those are for the policy, and a navigation is for main to refuse and not for an error page (docs/adr/0024).
 */
export const pageHeaders: Readonly<Record<string, string>> = {
  'Connection-Allowlist': '(response-origin "*://*:*/*")',
  'Permissions-Policy': features.map((name) => `${name}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  // SECURITY: a name that is looked up ahead tells its own server what stands in it.
  'X-DNS-Prefetch-Control': 'off',
}
