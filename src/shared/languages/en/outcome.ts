/** Why an item stands as it does, in a clerk's words. `{vendor}` is a vendor's name; values are ICU MessageFormat. */
export const sentences = {
  'outcome.offline': 'Not sent: this computer has no connection. Balie will try again.',
  'outcome.dns':
    'Not sent: the address of {vendor} cannot be found. Check your internet connection, or the address in Settings › Accounts. Balie will try again.',
  'outcome.refused': 'Not sent: the server of {vendor} accepts no connection. Balie will try again.',
  'outcome.connectTimeout': 'Not sent: the connection with {vendor} was not made in time. Balie will try again.',
  'outcome.proxy':
    'Not sent: the proxy of your network gave no connection with {vendor}. Balie will try again; otherwise ask your administrator.',
  'outcome.proxyPassword': 'Not sent: your network’s proxy asks for a password. Sign in to the proxy; Balie will then send this.',
  'outcome.proxyPasswordRefused': 'Not sent: your network’s proxy rejected the password. Sign in to the proxy again.',
  'outcome.proxyScheme':
    'Not sent: your network’s proxy asks for a sign-in that Balie does not speak (such as NTLM, Negotiate, Digest or a password for SOCKS). Ask your administrator for one with a password (Basic), or for an exception for {vendor}.',
  'outcome.certificate':
    'Not sent: Balie does not trust the certificate of {vendor}. Ask your administrator to check it, then send again.',
  'outcome.notSendable':
    'Not sent: this cannot be sent as it is. Take the item back as a draft and check the fields, the address and the key.',
  'outcome.fileLost': 'Not sent: the file can no longer be read. Take the item back as a draft and attach the file again.',
  'outcome.stopped': 'Not sent: Balie was closed. The item will be sent later.',
  'outcome.notSent': 'Not sent: the connection with {vendor} was lost before anything was sent. Balie will try again.',

  'outcome.tooMany': '{vendor} is getting too many requests and did not process this one. Balie waits and will try again.',
  'outcome.keyRefused': '{vendor} rejected the key. Enter the right key in Settings › Accounts.',
  'outcome.credentialsUnknown':
    '{vendor} does not know these credentials. Check the user name and the key in Settings › Accounts.',
  'outcome.forbidden': '{vendor} gives this key no access. Ask {vendor} for access, or enter another key in Settings › Accounts.',

  'outcome.refusedInput': '{vendor} did not accept the input. Correct the fields and send again.',
  'outcome.stoodThere': 'This was at {vendor} already. Nothing had to change.',
  'outcome.notRead':
    'Not sent: {vendor} did not show what stands there now (status {status}). Balie changes nothing that it has not read, and tries again.',

  'outcome.rejected':
    '{vendor} rejected this (status {status}). Check the fields and the address of the account, and send again.',
  'outcome.vendorCode': 'Error code: {code}',

  'outcome.unknown.server': '{vendor} reports trouble (status {status}). Whether the task was carried out is not known.',
  'outcome.unknown.status408': '{vendor} says that it took too long (408). Whether the task was carried out is not known.',
  'outcome.unknown.redirect':
    'The server of {vendor} pointed to another address (status {status}). Balie does not follow it, to protect your data. Whether the task was carried out is not known.',
  'outcome.unknown.timeout':
    '{step, select, sending {Sending to {vendor} stalled before everything had left.} sent {Everything was sent, but {vendor} did not answer in time.} other {The answer of {vendor} began, but was not complete in time.}} Whether the task was carried out is not known.',
  'outcome.unknown.reset':
    '{step, select, sending {The connection with {vendor} was lost while sending.} sent {Everything was sent, but the connection with {vendor} was lost before an answer came.} other {The connection with {vendor} was lost during the answer.}} Whether the task was carried out is not known.',
  'outcome.unknown.stopped':
    'Balie was closed {step, select, sending {while sending} sent {before {vendor} answered} other {during the answer of {vendor}}}. Whether the task was carried out is not known.',
  'outcome.unknown.fileLost':
    'The file became unreadable while sending. Balie broke off before everything had left. Whether {vendor} did anything with it is not known.',
  'outcome.unknown.tooLarge':
    '{vendor} gave an answer that is far too large; Balie broke it off. Whether the task was carried out is not known.',
  'outcome.unknown.unreadable': '{vendor} gave an answer that Balie cannot read. Whether the task was carried out is not known.',
  'outcome.unknown.noSuccess':
    '{vendor} answered (status {status}), but confirmed nothing and rejected nothing. Whether the task was carried out is not known.',
} as const
