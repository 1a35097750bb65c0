// oxlint-disable-next-line import/default, import/no-named-as-default -- its address, by Vite: the file goes along as it is
import heicTo from 'heic-to/csp?url'

interface Library {
  heicTo(asked: { blob: Blob; type: 'bitmap' }): Promise<ImageBitmap>
}

/**
 * The only place where WebAssembly runs: a worker of its own whose policy allows it. The library is a file of its own (LGPL), so that
 * a person can put another build of it in its place.
 */
self.addEventListener('message', ({ data }: MessageEvent<Blob>) => {
  decode(data).then(
    (bitmap) => postMessage({ bitmap }, { transfer: [bitmap] }),
    () => postMessage({ bitmap: null }),
  )
})

async function decode(blob: Blob): Promise<ImageBitmap> {
  const library = (await import(/* @vite-ignore */ heicTo)) as Library
  return library.heicTo({ blob, type: 'bitmap' })
}
