import type { Violation } from './violation.ts'

/** Caught by the compiler, each room having its own project. */
export const typeViolations: Violation[] = [
  ...(
    [
      ['shared', 'document.title', 'the DOM'],
      ['shared', 'process.env', 'Node'],
      ['main', 'document.title', 'the DOM'],
      ['main', 'window.name', 'the DOM'],
      ['renderer', 'process.env', 'Node'],
      ['renderer', "Buffer.from('')", 'Node'],
    ] as const
  ).map(([room, expression, world]) => ({
    name: `${expression}, of ${world}, in ${room}`,
    file: `src/${room}/world-${expression.slice(0, 3)}.ts`,
    source: `export const it: unknown = ${expression}\n`,
    rule: ['TS2304', 'TS2584', 'TS2580', 'TS2591'],
  })),
  ...(['shared', 'renderer'] as const).map((room) => ({
    name: `a module of Node in ${room}`,
    file: `src/${room}/node-module.ts`,
    source: `import { readFileSync } from 'node:fs'\nexport const it: unknown = readFileSync\n`,
    rule: ['TS2307', 'TS2591'],
  })),
  ...(
    [
      ['shared', '../main/parts/adder.ts'],
      ['main', '../renderer/lib/shade.ts'],
      ['renderer', '../main/parts/adder.ts'],
      ['renderer', '#main/features/two.ts'],
      ['preload', '../main/parts/adder.ts'],
    ] as const
  ).map(([room, specifier]) => ({
    name: `${specifier} in ${room}`,
    file: `src/${room}/crosses-${specifier.startsWith('#') ? 'by-alias' : 'by-path'}.ts`,
    source: `import * as it from '${specifier}'\nexport const uses: unknown = it\n`,
    rule: ['TS6307', 'TS6059'],
  })),
]
