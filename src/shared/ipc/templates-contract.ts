import * as z from 'zod'
import { kindSchema } from '../domain/kinds.ts'
import { templateFieldsSchema, templateSchema } from '../domain/template.ts'
import { byId } from './inputs.ts'
import { procedure, type Contract } from './procedure.ts'

const done = z.object({})

/** Texts that clerks write again and again: this computer's own, sent to nobody by themselves. */
export const templatesContract = {
  templates: {
    /** All of them, those used most first. */
    list: procedure(z.undefined(), z.array(templateSchema)),
    get: procedure(byId, templateSchema),
    create: procedure(z.object({ kind: kindSchema, fields: templateFieldsSchema.partial() }), templateSchema),
    /** Answers with what is stored after it; a save older than what is stored changes nothing. */
    save: procedure(byId.extend({ revision: z.number().int(), fields: templateFieldsSchema }), templateSchema),
    /** One was put in a text. */
    use: procedure(byId, done),
    remove: procedure(byId, done),
    /** Undo of `remove`: as it was, its count included. */
    restore: procedure(templateSchema, templateSchema),
  },
} as const satisfies Contract
