/** Why a file that was attached may not open elsewhere; null for those of before this was looked at. */
export const attachmentDoubt = `
  ALTER TABLE attachments ADD COLUMN doubt TEXT;
`
