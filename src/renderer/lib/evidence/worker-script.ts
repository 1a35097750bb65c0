// oxlint-disable-next-line import/default -- its address, by Vite
import workerUrl from '../../evidence-worker/evidence-worker.ts?worker&url'

interface ScriptPolicies {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): { createScriptURL(url: string): string }
}
const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies }

/** SECURITY: where the page's policy wants each script's address vouched for, this one is, and no other. */
const policy = trustedTypes?.createPolicy('balie-worker', {
  createScriptURL(url) {
    if (url !== workerUrl) throw new TypeError('No worker of ours')
    return url
  },
})

/** The address of the worker that decodes files, as the engine takes it. */
export const workerScript = (): string => policy?.createScriptURL(workerUrl) ?? workerUrl
