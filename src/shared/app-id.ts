/** What Windows and macOS know the app by: its notifications, its place in the taskbar and what an organisation set for it. */
export const appId = 'nl.balie.desk'
