/** What is taken out of one module: the text as it stands there, and what stands there instead. */
export type Weakness = readonly [from: string, to: string]

/**
 * Balie without what keeps attacks out, module by module below `src/main`. A text that is not there any more is a mistake: then the
 * attack it belongs to would be shown to succeed nowhere.
 */
export const weaknesses: Readonly<Record<string, readonly Weakness[]>> = {
  'ipc/sender.ts': [
    ['if (!senderFrame || sender.id !== windowContentsId()) return false', 'if (!senderFrame) return false'],
    ['if (senderFrame.parent !== null) return false', ''],
    ['return origins.includes(`${protocol}//${host}`)', 'return `${protocol}${host}${origins.length}` !== ""'],
  ],
  'ipc/serve.ts': [
    ['if (!parsed.success) throw invalidInput(parsed.error)', ''],
    ['(handler as (value: unknown) => unknown)(parsed.data)', '(handler as (value: unknown) => unknown)(raw)'],
    ['return output.parse(result)', 'return result'],
  ],
  'ipc/failure.ts': [
    ["message: { id: storageSentences[code] ?? 'failure.internal' }", 'message: { text: `${String(thrown)} ${code}` }'],
  ],
  'features/attachments/file-tokens.ts': [
    ['const found = held.get(token)', 'const found = held.get(token) ?? { source: { path: token }, expiresAt: Infinity }'],
    ['held.delete(token)\n      return found && found.expiresAt > now() ? found.source : null', 'return found.source'],
    ["if ('bytes' in source && bytes > maxBytes) throw tooLarge(name, bytes, maxBytes)", ''],
    ["makeRoom('bytes' in source ? bytes : 0)", ''],
  ],
  'shell/guard-contents.ts': [
    [
      'if (event.isMainFrame === false || originOf(url) !== ownOrigin) event.preventDefault()',
      'void [event, originOf(url), ownOrigin]',
    ],
    ["contents.on('will-attach-webview', (event) => event.preventDefault())", ''],
    ["({ action: 'deny' })", "({ action: 'allow' })"],
  ],
  'shell/one-dialog.ts': [['waiting > 0 ? otherwise : await inTurn(show)', 'await show()']],
  'text/native-value.ts': [
    [".replace(steering, ' ')", ''],
    ["    .replace(/[\"“”„«»]/g, '’')\n    .replace(/\\s+/gu, ' ')\n", ''],
    ['signs.length > max', 'signs.length > Infinity'],
  ],
  'storage/safe-file-name.ts': [
    [".split(/[/\\\\]/).at(-1) ?? ''", ''],
    [".replace(invisible, (sign, at: number) => (sign === joiner && joinsEmoji(base, at) ? sign : ''))", ''],
    [".replace(forbidden, '_')", ''],
    ['withoutEnd(device.test(plain) ? `_${plain}` : plain)', 'plain'],
    ['if (Buffer.byteLength(text) <= bytes) return text', 'return text'],
    ["(extension === '' ? withoutEnd(kept) : kept)", 'kept'],
  ],
  'storage/source-file.ts': [
    ['if (!opened.isFile())', 'if (Number.isNaN(opened.size))'],
    ["if (!sameFile(opened, await state())) throw new SourceFailure('changed')", ''],
  ],
  'attachments/check.ts': [['if (accepted.includes(format.data))', 'if (accepted.length >= 0)']],
  'bulk/reading/folder-files.ts': [
    ['if (!entry.isFile()) continue', ''],
    ["if ((await realpath(path).catch(() => null)) !== path) throw new SourceFailure('missing')", ''],
    ['depth < maxDepth', 'depth < 1_000'],
  ],
  'bulk/reading/zip-files.ts': [
    ['!isPlainFile(path, entry)', 'isPlainFile(path, entry) === undefined'],
    ['if (unpacked > bomb.bytes && unpacked > state.size * bomb.ratio)', 'if (unpacked < 0)'],
  ],
  'bulk/reading/zip.ts': [
    ['if (entry.uncompressedSize > maxBytes) throw tooLarge()', ''],
    ['if (bytes > maxBytes) break', ''],
    ['if (bytes > maxBytes) throw tooLarge()', ''],
  ],
  'bulk/reading/xlsx/xml.ts': [
    ["throw unreadable('bulk.read.unsafe')", ''],
    ["if (depth > maxDepth) throw unreadable('bulk.read.damaged')", ''],
  ],
  'bulk/vocabulary/formula-cells.ts': [["formulaOrEscaped.test(cell) ? `'${cell}` : cell", 'cell']],
  'privacy/readable-copy.ts': [[".replace(invisible, '').replace(/[&<>\"']/g, (sign) => escapes[sign] ?? '')", '']],
  'redaction/secret-spellings.ts': [["if (secret === '') return text", 'return text']],
  'redaction/log-text.ts': [
    ['rules.reduce(', '[].reduce<string>('],
    ["text.replace(steering, ' ').replaceAll('\\n', '\\n    ')", 'text'],
  ],
  'storage/sealed-stream.ts': [
    ['decipher.final()', ''],
    ['if (bytes.length !== length || length < tagBytes) throw new BrokenSeal()', ''],
  ],
  'storage/backup/archive.ts': [['namePattern.test(name)', 'name.length > 0']],
  'updates/feed-signature.ts': [
    ["if (at === -1) throw new FeedRefused('The feed is not signed.')", 'if (at === -1) return { text: feed, signedAt: 0 }'],
    [
      "if (!signatures.every((found) => found !== null)) throw new FeedRefused('There is something behind the signature of the feed.')",
      '',
    ],
    ["if (!isOurs) throw new FeedRefused('The feed is signed by nobody that this Balie knows.')", ''],
    ['key !== undefined && verify(', 'key !== undefined && found !== null && verify('],
    ['if (feed !== name) throw', 'if (feed === undefined) throw'],
    ['keys.get(found[1] ??', 'keys.get(found?.[1] ??'],
  ],
  'updates/feed-freshness.ts': [['if (now - signedAt > freshForDays * 86_400_000)', 'if (now < 0)']],
  'policy/parse-policy.ts': [
    ['policy: safe(policyNames)', 'policy: {}'],
    ['policy[name] = policyKeys[name].safe', ''],
  ],
  'upstream/trust.ts': [['ca: [...trusted()], ...strength', 'ca: [...trusted()]']],
  'upstream/http.ts': [
    ['this.#status = status\n', "this.#status = status\n    if (headers['location']) void fetch(String(headers['location']))\n"],
    [
      'onResponseError(_: Dispatcher.DispatchController, error: Error): void {',
      "onResponseError(_: Dispatcher.DispatchController, error: Error): void {\n    if (this.#status !== null) return (this.#reach('answered'), this.#settle(null))",
    ],
    ["if (Number(headers['content-length']) > this.#limits.answerBytes) this.#breakOff('answer-too-large')", ''],
    ["if (this.#received > this.#limits.answerBytes) return this.#breakOff('answer-too-large')", ''],
  ],
}
