/** keytar's own file, whose types its package gives under its name alone. */
declare module 'keytar/lib/keytar.js' {
  import type * as keytar from 'keytar'
  const loaded: typeof keytar
  export default loaded
}
