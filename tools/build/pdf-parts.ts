import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { inProject } from '#tools/setup/project.mjs'

/** What the reader of PDFs asks for by name: decoders of scans in plain JavaScript, and the two alphabets of signs that no system has. */
const parts = [
  'wasm/jbig2_nowasm_fallback.js',
  'wasm/openjpeg_nowasm_fallback.js',
  'standard_fonts/FoxitSymbol.pfb',
  'standard_fonts/FoxitDingbats.pfb',
]

/** Puts these beside the worker that reads PDFs, under their own names. */
export const pdfParts = (): Plugin => ({
  name: 'pdf-parts',
  apply: 'build',
  generateBundle() {
    for (const part of parts)
      this.emitFile({
        type: 'asset',
        fileName: `assets/pdfjs/${part.slice(part.lastIndexOf('/') + 1)}`,
        source: readFileSync(inProject('node_modules', 'pdfjs-dist', part)),
      })
  },
})
