import process from 'node:process'

/**
 * `npm run practice`: the practice environment alone, to try with curl; with `--team` a team's database beside it, with three
 * clerks, and two windows side by side.
 */
if (!process.argv.includes('--team')) await import('#main/practice/cli.ts')
else await (await import('./team.ts')).practiseTogether()
