/** What electron-builder asks fpm for. */
export interface FpmOrder {
  target: 'deb' | 'rpm'
  options: ReadonlyMap<string, string>
  depends: readonly string[]
  recommends: readonly string[]
  /** From where on this disk, to where on the clerk's. */
  files: readonly (readonly [from: string, to: string])[]
}

const known = new Set(
  [
    's',
    't',
    '-architecture',
    '-after-install',
    '-after-remove',
    '-before-install',
    '-description',
    '-version',
    '-package',
    '-name',
  ]
    .concat(['-maintainer', '-vendor', '-url', '-category', '-deb-priority', '-license', '-iteration', '-deb-compression'])
    .concat(['-rpm-os', '-rpm-compression', '-rpm-summary', '-directories', '-log'])
    .map((name) => `-${name}`),
)

/** An option that is not known ends the packing, so that nothing is left out in silence. */
export function readFpmArguments(args: readonly string[]): FpmOrder {
  const options = new Map<string, string>()
  const depends: string[] = []
  const recommends: string[] = []
  const files: [string, string][] = []
  const rest = [...args]
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [, name = arg, value] = /^(-[^=]+)=(.*)$/s.exec(arg) ?? []
    if (arg === '--force' || arg === '--debug') continue
    if (arg === '-d') depends.push(rest.shift() ?? '')
    else if (arg === '--deb-recommends') recommends.push(rest.shift() ?? '')
    else if (known.has(name)) options.set(name, value ?? rest.shift() ?? '')
    else if (arg.startsWith('-')) throw new Error(`The stand-in of fpm does not know ${arg}.`)
    else files.push([arg.slice(0, arg.indexOf('=')), arg.slice(arg.indexOf('=') + 1)])
  }
  const target = options.get('-t')
  if (target !== 'deb' && target !== 'rpm') throw new Error(`The stand-in of fpm makes no ${target}.`)
  return { target, options, depends, recommends, files }
}

/** An option that has to be there. */
export function optionOf({ options }: FpmOrder, name: string): string {
  const value = options.get(name)
  if (value === undefined) throw new Error(`fpm was not given ${name}.`)
  return value
}
