/** Where this build looks for newer versions. Without keys it does not look: nothing could be believed. */
export const updateFeed = (env: NodeJS.ProcessEnv = process.env): { url: string; keys: string[] } | null => {
  const keys = (env['BALIE_UPDATE_KEYS'] ?? '').split(',').filter(Boolean)
  return keys.length > 0 ? { url: env['BALIE_UPDATE_URL'] ?? 'https://updates.balie.example/', keys } : null
}
