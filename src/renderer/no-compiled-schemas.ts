import * as z from 'zod'

// SECURITY: zod tries whether it may make code of text, which the page's policy refuses and the console then tells of.
z.config({ jitless: true })
