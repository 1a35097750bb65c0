/** What is taken out of one module: the text as it stands there, and what stands there instead. */
export type Weakness = readonly [from: string, to: string]

/**
 * Balie without what keeps attacks out, module by module below `src`. A text that is not there any more is a mistake: then the
 * attack it belongs to would be shown to succeed nowhere.
 */
export const weaknesses: Readonly<Record<string, readonly Weakness[]>> = {
  'main/ipc/sender.ts': [
    ['if (!senderFrame || sender.id !== windowContentsId()) return false', 'if (!senderFrame) return false'],
    ['if (senderFrame.parent !== null) return false', ''],
    ['return origins.includes(`${protocol}//${host}`)', 'return `${protocol}${host}${origins.length}` !== ""'],
  ],
  'main/ipc/serve.ts': [
    ['if (!parsed.success) throw invalidInput(parsed.error)', ''],
    ['(handler as (value: unknown) => unknown)(parsed.data)', '(handler as (value: unknown) => unknown)(raw)'],
    ['return output.parse(result)', 'return result'],
  ],
  'main/ipc/failure.ts': [
    ["message: { id: storageSentences[code] ?? 'failure.internal' }", 'message: { text: `${String(thrown)} ${code}` }'],
  ],
  'main/features/attachments/file-tokens.ts': [
    ['const found = held.get(token)', 'const found = held.get(token) ?? { source: { path: token }, expiresAt: Infinity }'],
    ['held.delete(token)\n      return found && found.expiresAt > now() ? found.source : null', 'return found.source'],
    ["if ('bytes' in source && bytes > maxBytes) throw tooLarge(name, bytes, maxBytes)", ''],
    ["makeRoom('bytes' in source ? bytes : 0)", ''],
  ],
  'main/shell/guard-contents.ts': [
    [
      'if (event.isMainFrame === false || originOf(url) !== ownOrigin) event.preventDefault()',
      'void [event, originOf(url), ownOrigin]',
    ],
    ["contents.on('will-attach-webview', (event) => event.preventDefault())", ''],
    ["({ action: 'deny' })", "({ action: 'allow' })"],
  ],
  'main/shell/one-dialog.ts': [['waiting > 0 ? otherwise : await inTurn(show)', 'await show()']],
  'main/text/native-value.ts': [
    [".replace(steering, ' ')", ''],
    ["    .replace(/[\"“”„«»]/g, '’')\n    .replace(/\\s+/gu, ' ')\n", ''],
    ['signs.length > max', 'signs.length > Infinity'],
  ],
  'main/storage/safe-file-name.ts': [
    [".split(/[/\\\\]/).at(-1) ?? ''", ''],
    [".replace(invisible, (sign, at: number) => (sign === joiner && joinsEmoji(base, at) ? sign : ''))", ''],
    [".replace(forbidden, '_')", ''],
    ['withoutEnd(device.test(plain) ? `_${plain}` : plain)', 'plain'],
    ['if (Buffer.byteLength(text) <= bytes) return text', 'return text'],
    ["(extension === '' ? withoutEnd(kept) : kept)", 'kept'],
  ],
  'main/storage/source-file.ts': [
    ['if (!opened.isFile())', 'if (Number.isNaN(opened.size))'],
    ["if (!sameFile(opened, await state())) throw new SourceFailure('changed')", ''],
  ],
  'main/attachments/check.ts': [['if (accepted.includes(format.data))', 'if (accepted.length >= 0)']],
  'main/bulk/reading/folder-files.ts': [
    ['if (!entry.isFile()) continue', ''],
    ["if ((await realpath(path).catch(() => null)) !== path) throw new SourceFailure('missing')", ''],
    ['depth < maxDepth', 'depth < 1_000'],
  ],
  'main/bulk/reading/zip-files.ts': [
    ['!isPlainFile(path, entry)', 'isPlainFile(path, entry) === undefined'],
    ['if (unpacked > bomb.bytes && unpacked > state.size * bomb.ratio)', 'if (unpacked < 0)'],
  ],
  'main/bulk/reading/zip.ts': [
    ['if (entry.uncompressedSize > maxBytes) throw tooLarge()', ''],
    ['if (bytes > maxBytes) break', ''],
    ['if (bytes > maxBytes) throw tooLarge()', ''],
  ],
  'main/bulk/reading/xlsx/xml.ts': [
    ["throw unreadable('bulk.read.unsafe')", ''],
    ["if (depth > maxDepth) throw unreadable('bulk.read.damaged')", ''],
  ],
  'main/bulk/vocabulary/formula-cells.ts': [["formulaOrEscaped.test(cell) ? `'${cell}` : cell", 'cell']],
  'main/privacy/readable-copy.ts': [[".replace(invisible, '').replace(/[&<>\"']/g, (sign) => escapes[sign] ?? '')", '']],
  'main/redaction/secret-spellings.ts': [["if (secret === '') return text", 'return text']],
  'main/redaction/log-text.ts': [
    ['rules.reduce(', '[].reduce<string>('],
    ["text.replace(steering, ' ').replaceAll('\\n', '\\n    ')", 'text'],
  ],
  'main/storage/preferences.ts': [
    [
      'return [key, parsed.success ? parsed.data : defaultPreferences[key as keyof Preferences]]',
      'return [key, store.get(key) ?? defaultPreferences[key as keyof Preferences]]',
    ],
    ['return preferencesSchema.parse(Object.fromEntries(entries))', 'return Object.fromEntries(entries)'],
    ["log('The preferences could not be read', error)", 'throw error'],
  ],
  'main/policy/read-policy.ts': [
    ['return isAbsent(error) ? noPolicy : parsePolicy(source, null)', 'return noPolicy'],
    ['  } catch {\n    return parsePolicy(source, null)', '  } catch {\n    return noPolicy'],
    ["path.win32.join(process.env['SystemRoot'] ?? String.raw`C:\\Windows`, 'System32', 'reg.exe')", "'reg.exe'"],
  ],
  'main/storage/keys/envelope.ts': [
    ['work: workSchema', 'work: z.any()'],
    ['`balie-keys/${version}/${id}/${purpose}`', '`balie-keys/${version}/${id.length}/${purpose}`'],
  ],
  'main/storage/keys/envelope-file.ts': [["if ((await stat(file)).size > bytesAtMost) return { state: 'damaged' }", '']],
  'main/storage/backup/put-back.ts': [['aside: z.string().regex(asidePattern)', 'aside: z.string()']],
  'main/storage/item-rules.ts': [["AND NOT ${isSetAside('item')}`\n\n/** Items about", '`\n\n/** Items about']],
  'main/storage/database.ts': [['if (key) db.key(rawKey(key))', 'void [key, rawKey]']],
  'main/storage/sealed-stream.ts': [
    ['decipher.final()', ''],
    ['if (bytes.length !== length || length < tagBytes) throw new BrokenSeal()', ''],
  ],
  'main/storage/backup/archive.ts': [['namePattern.test(name)', 'name.length > 0']],
  'main/updates/feed-signature.ts': [
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
  'main/updates/feed-freshness.ts': [['now - signedAt > freshForDays * dayMs', 'now < 0']],
  'main/policy/parse-policy.ts': [
    ['policy: safe(policyNames)', 'policy: {}'],
    ['policy[name] = policyKeys[name].safe', ''],
  ],
  'main/policy/apply-policy.ts': [
    ['teamHosts === undefined || isHostWithin(host.toLowerCase(), teamHosts)', 'teamHosts !== null || isHostWithin(host, [])'],
  ],
  'main/team/postgres.ts': [
    ['rejectUnauthorized: true, ...strength', 'rejectUnauthorized: true'],
    ["if (!usedScram) throw new TeamFailure('not-scram', null)\n      return", 'return'],
  ],
  'main/upstream/trust.ts': [['ca: [...trusted()], ...strength', 'ca: [...trusted()]']],
  'main/upstream/http.ts': [
    ['this.#status = status\n', "this.#status = status\n    if (headers['location']) void fetch(String(headers['location']))\n"],
    [
      'onResponseError(_: Dispatcher.DispatchController, error: Error): void {',
      "onResponseError(_: Dispatcher.DispatchController, error: Error): void {\n    if (this.#status !== null) return (this.#reach('answered'), this.#settle(null))",
    ],
    ["if (Number(headers['content-length']) > this.#limits.answerBytes) this.#breakOff('answer-too-large')", ''],
    ["if (this.#received > this.#limits.answerBytes) return this.#breakOff('answer-too-large')", ''],
  ],
  'main/features/attachments/streams.ts': [
    [
      'const found = held.get(word)\n    held.delete(word)',
      'const found = held.get(word) ?? [...held.values(), { record: { bytes: 3 }, expiresAt: Infinity }][0]',
    ],
    ['return found && found.expiresAt > now() ? found : null', 'return found'],
    ['    clear() {\n      held.clear()', '    clear() {'],
    [`'Content-Security-Policy': "default-src 'none'; sandbox",`, ''],
  ],
  'main/shell/page-policy.ts': [
    [`"connect-src 'none'",`, '`connect-src ${appOrigin}${streamFolder}`,'],
    ['`connect-src ${appOrigin}${streamFolder} ${appOrigin}/assets/pdfjs/`', '`connect-src https:`'],
  ],
  'main/upstream/call.ts': [
    ['if (!url || url.username || url.password || url.search || url.hash) return null', 'if (!url) return null'],
    [
      "const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))",
      'const allowed = url.protocol !== ""',
    ],
    ['/^[\\x21-\\x7e]+$/.test(secret)', 'secret.length > 0'],
  ],
  'main/upstream/json.ts': [
    ['if (tooDeep(text)) return undefined', ''],
    ['prototypeKeys.has(key) ? undefined : reviveWhole(key, value, context)', 'value'],
  ],
  'renderer/evidence-worker/limits.ts': [
    ['if (width > maxSide || height > maxSide || width * height > maxPixels)', 'if (width < 0)'],
    ['if (count > maxPages)', 'if (count < 0)'],
  ],
  'renderer/evidence-worker/mail.ts': [
    ['mail.attachments.slice(0, maxAttachments)', 'mail.attachments'],
    ["    .replaceAll(/<(style|script|head|title)\\b[\\s\\S]*?<\\/\\1\\s*>/gi, '')\n", ''],
    ["    .replaceAll(/<[^>]*>/g, '')\n", ''],
  ],
  'renderer/lib/shown-text.ts': [["text.replace(steering, '')", 'text']],
}
