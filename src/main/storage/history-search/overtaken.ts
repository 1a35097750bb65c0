/** A search whose result nobody waits for any more: what it asks for was typed over. */
export class Overtaken extends Error {
  constructor() {
    super('A newer search took its place')
    this.name = 'Overtaken'
  }
}
