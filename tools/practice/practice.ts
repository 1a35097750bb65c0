/**
 * `npm run practice`: the practice environment alone, to try with curl; with `--team` a team's database beside it, with three
 * clerks, and two windows side by side.
 */
const team = process.argv.indexOf('--team')
if (team < 0) await import('#main/practice/cli.ts')
else await (await import('./team.ts')).practiseTogether()
