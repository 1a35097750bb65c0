#!/usr/bin/env node
import { buildDeb } from './fpm-deb.ts'
import { readFpmArguments } from './fpm-arguments.ts'
import { buildRpm } from './fpm-rpm.ts'

/**
 * Stands in for fpm, which Debian lacks, where electron-builder calls it: by Debian's own tools. For checks; a release is made
 * with the fpm that electron-builder brings.
 */
const order = readFpmArguments(process.argv.slice(2))
if (order.target === 'deb') buildDeb(order)
else buildRpm(order)
