import type { Message } from './message.ts'
import { says } from '../languages/says.ts'
import { octets } from './octets.ts'

/** Browsers and Node both have them; this room has the types of neither. */
declare const URL: { new (url: string): Record<'hostname', string>; canParse(url: string): boolean }
/** What is neither RFC 5322's atext nor, as RFC 6531 adds, beyond ASCII. */
const notLocal = /(?![\w!#$%&'*+/=?^`{|}~.-])\p{ASCII}/u
const unseen = /[[\p{Cc}\p{Cf}\p{Cs}\p{Co}]--\s]/v
const labelCharacters = /^[\p{L}\p{M}\p{N}-]+$/u
const looksLikeAddress = /[^\s@<>(),;:|"]+@[^\s@<>(),;:|"]+/u

/**
 * What is wrong with a trimmed e-mail address, or null where it may leave: the form and the bulk check share this rule. An
 * address is what RFC 6531 calls one, sent as typed. Two things of that grammar are refused on purpose: a quoted local
 * part ("a b"@c.nl), since RFC 5321 advises against having one and in a table quotes are nearly always left over, and an
 * address literal (a@[192.0.2.1]), since no customer has one. Own code, because libraries answer yes or no and the person
 * needs to know which character to mend.
 */
export function emailProblem(address: string): Message | null {
  return aroundIt(address) ?? ofItsParts(address)
}

/** What came along when the address was copied from somewhere. */
function aroundIt(address: string): Message | null {
  if (unseen.test(address)) return { id: says('validation.email.unseen') }
  if (/^mailto:/i.test(address)) return { id: says('validation.email.mailto') }
  const ats = address.split('@').length - 1
  if (ats === 0) return { id: says('validation.email') }
  if (address.split(/[\s,;|<>/]+/).filter((part) => /.@./.test(part)).length > 1) return { id: says('validation.email.several') }
  if (/[<>]/.test(address)) {
    const inside = looksLikeAddress.exec(address.slice(address.indexOf('<') + 1))?.[0]
    return inside ? { id: says('validation.email.named'), values: { address: inside } } : { id: says('validation.email') }
  }
  const end = /[.,;:]$/.exec(address)?.[0]
  if (end) return { id: says('validation.email.end'), values: { character: end } }
  if (ats > 1) return { id: says('validation.email.ats') }
  if (/["“”„«»]|^'.*'$/u.test(address)) return { id: says('validation.email.quotes') }
  return /\s/.test(address) ? { id: says('validation.email.space') } : null
}

function ofItsParts(address: string): Message | null {
  const at = address.indexOf('@')
  const local = address.slice(0, at)
  const domain = address.slice(at + 1)
  if (local === '' || domain === '') return { id: says('validation.email') }
  const wrong = notLocal.exec(local)?.[0]
  if (wrong !== undefined) return { id: says('validation.email.character'), values: { character: wrong } }
  if (/^\.|\.$|\.\./.test(local) || /^\.|\.\./.test(domain)) return { id: says('validation.email.dots') }
  if (octets(local) > 64) return { id: says('validation.email.localTooLong') }
  if (!domain.includes('.')) return { id: says('validation.email.noDot'), values: { domain } }
  if (!isDomain(domain)) return { id: says('validation.email.domain'), values: { domain } }
  return octets(address) > 254 ? { id: says('validation.email.tooLong') } : null
}

/** A host name that DNS can hold; one with other letters than ASCII's is judged as DNS would spell it, and sent as typed. */
function isDomain(domain: string): boolean {
  if (!domain.split('.').every((label) => labelCharacters.test(label))) return false
  if (!URL.canParse(`http://${domain}`)) return false
  const labels = new URL(`http://${domain}`).hostname.split('.')
  const top = labels.at(-1) ?? ''
  return (
    labels.every((label) => label.length <= 63 && /^[a-z\d](?:[a-z\d-]*[a-z\d])?$/.test(label)) &&
    (/^[a-z]{2,}$/.test(top) || top.startsWith('xn--'))
  )
}
