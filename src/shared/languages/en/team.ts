import type { sentences as nl } from '../nl/team.ts'

export const sentences = {
  'team.trouble.host': 'There is no server called {host}. Check the name in Settings › Team, or ask your administrator.',
  'team.trouble.refused':
    'No database answers at {host}, port {port}. Check the port, or ask your administrator whether PostgreSQL is running.',
  'team.trouble.unreachable': 'The connection to {host} was lost. Check your network or VPN; Balie tries again by itself.',
  'team.trouble.timeout': '{host} does not answer in time. Check your network or VPN; Balie tries again by itself.',
  'team.trouble.no-tls':
    '{host} offers no encrypted connection (TLS). Balie connects with encryption only; ask your administrator to switch TLS on.',
  'team.trouble.untrusted':
    'Your computer does not know the issuer of the certificate of {host}. Enter the certificate from your administrator in Settings › Team.',
  'team.trouble.wrong-name':
    'The server’s certificate is not for {host}. Check the name; if it is right, report this to your administrator.',
  'team.trouble.expired':
    'The certificate of {host} is not valid now. Check the date of your computer; if it is right, report this to your administrator.',
  'team.trouble.tls': 'The encrypted connection to {host} failed. Report this to your administrator.',
  'team.trouble.not-scram':
    '{host} asks for the password in an unsafe way. Balie signs in with SCRAM only; ask your administrator to set that up.',
  'team.trouble.password': '{host} does not know {user} with this password. Enter the password again in Settings › Team.',
  'team.trouble.no-login': '{user} has no permission to sign in to {host}. Check the name, or ask your administrator.',
  'team.trouble.no-database': 'There is no database called {database} on {host}. Check the name, or ask your administrator.',
  'team.trouble.not-set-up':
    'No team has been set up in {database} on {host} yet. Ask your administrator: the command is “npm run team -- init”.',
  'team.trouble.no-right': '{user} is not in this team. Ask your administrator to add you.',
  'team.trouble.full': '{host} has no connection to spare. Balie tries again by itself; report it if this lasts.',
  'team.trouble.starting': '{host} is still starting. Balie tries again by itself.',
  'team.trouble.not-yours': 'The team does not permit {user} to do this. Ask your administrator.',
  'team.trouble.version': 'This version of Balie does not fit that of the team. Update Balie; until then nothing is sent.',
  'team.trouble.too-old': 'The database on {host} is older than PostgreSQL 15. Ask your administrator for a newer one.',
  'team.trouble.copied': 'The ledger of Balie is a copy. Balie joins the team as a new computer.',
  'team.trouble.read-only': '{host} takes no changes now. Balie tries again by itself; report it if this lasts.',
  'team.trouble.disk-full': 'The disk of {host} is full. Report this to your administrator; until then nothing is sent.',
  'team.trouble.other': 'The team’s database on {host} gave an error. Balie tries again by itself; report it if this lasts.',
  'team.waits.connecting': 'Balie is connecting to your team; this is sent by itself afterwards.',
  'team.waits.unreachable': 'Your team is out of reach. This is sent by itself as soon as it is back.',
  'team.waits.trouble': 'Balie can’t get to your team. See in Settings › Team what is wrong; this is sent by itself afterwards.',
  'team.waits.busy': '{clerk} is busy with this. Balie waits for the outcome.',
  'team.waits.busySomeone': 'A colleague is busy with this. Balie waits for the outcome.',
  'team.waits.untold':
    'The database of your team was restored. Sending waits until these computers have connected again: {desks}.',
  'team.taken.sent':
    '{clerk} sent this already on {at, date, long} at {at, time, short}{number, select, none {} other {, with number {number}}}. Send it again only if you mean to.',
  'team.taken.leaving': '{clerk} is sending this. Wait for the outcome, or send it as well if you mean to.',
  'team.taken.waiting': '{clerk} has this in Outbox. Talk about it first, or send it as well if you mean to.',
  'team.taken.unknown':
    '{clerk} sent this on {at, date, long} at {at, time, short}, and the outcome is unknown. First look up whether it arrived.',
  'team.taken.closed':
    '{clerk} sent this on {at, date, long} at {at, time, short}; the outcome never became known. First look up whether it arrived.',
  'team.taken.missing': 'A colleague was earlier. Look at the history of your team before you send this.',
  'team.review.sent':
    '{clerk} sent this already on {at, date, long} at {at, time, short}{number, select, none {} other {, with number {number}}}.',
  'team.review.leaving': '{clerk} is sending this now.',
  'team.review.waiting': '{clerk} has had this in Outbox since {at, date, long}, {at, time, short}.',
  'team.review.unknown': '{clerk} sent this on {at, date, long} at {at, time, short}, and the outcome is unknown.',
  'team.review.closed': '{clerk} sent this on {at, date, long} at {at, time, short}; the outcome never became known.',
  'team.review.unchecked':
    'Your team is out of reach now: Balie can’t see whether a colleague sent this already. That is checked before this is sent.',
  'team.lost.sent': 'Your team knows that this was sent already. It is not sent again.',
  'team.lost.unknown': 'Your team knows that this was on its way already. Look up whether it arrived.',
  'team.lost.ended': 'Your team knows that this item was dealt with already. It is not sent any more.',
  'team.decided.arrived': '{clerk} looked up that this arrived.',
  'team.decided.closed': '{clerk} closed this item without its outcome becoming known.',
  'team.title': 'Team',
  'team.intro':
    'Do you work with colleagues for the same shop? In a team nobody sends what a colleague sent already. Without a team nothing changes.',
  'team.invitation': 'Open an invitation…',
  'team.invitation.wrong': 'This is no invitation to a team. Choose the file from your administrator.',
  'team.host': 'Server',
  'team.host.hint': 'The name of the computer with the database, as your administrator gave it.',
  'team.port': 'Port',
  'team.database': 'Database',
  'team.user': 'User name',
  'team.password': 'Password',
  'team.password.hint': 'Balie keeps it in the keychain of your computer and sends it to this server only.',
  'team.ca': 'Certificate',
  'team.ca.hint': 'Only if your administrator gave you one: paste the whole text, from BEGIN up to and including END.',
  'team.connect': 'Connect',
  'team.connected': 'You are connected to your team.',
  'team.disconnect': 'Leave the team',
  'team.disconnect.confirm': 'Leave the team?',
  'team.disconnect.text':
    'Balie forgets the server and the password, and no longer checks whether a colleague sent something already. What you sent stays known to the team.',
  'team.disconnected': 'You have left the team.',
  'team.state.online': 'Connected as {clerk}',
  'team.state.connecting': 'Connecting…',
  'team.state.telling': 'Balie is telling the team what you sent…',
  'team.state.untold': 'The database was restored. Sending waits for: {desks}.',
  'team.goOnWithout': 'Go on without {label}',
  'team.goOnWithout.text':
    'What {label} had open then reads as unknown. Do this only if that computer does not come back, and first look up what arrived.',
  'team.accounts': 'Accounts of the team',
  'team.accounts.hint': 'Link your own account to that of the team. Your key stays on your own computer.',
  'team.accounts.none': 'The team has no accounts yet. Ask your administrator.',
  'team.accounts.link': 'Your account for {name}',
  'team.accounts.unlinked': 'Not linked',
  'team.accounts.noMatch': 'You have no account with the same address and user. Make one in Accounts.',
  'team.banner.offline': 'Your team is out of reach. Drafts go on as usual; sending waits.',
  'team.fields.required': 'Fill this in.',
  'team.saved.session': 'This computer has no keychain: Balie remembers the password until you quit.',
  'team.keychain.failed': 'The password could not be kept: the keychain is locked or gave no access.',
} as const satisfies Record<keyof typeof nl, string>
