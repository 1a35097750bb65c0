import * as z from 'zod'
import { kindSchema } from './kinds.ts'
import { atMost } from './typed-text.ts'

/** A text that a clerk writes again and again, as typed. */
export const templateFieldsSchema = z.object({
  /** What it is found by; empty where its first words say enough. */
  name: z.string().superRefine(atMost(100)),
  text: z.string().superRefine(atMost(20_000)),
  /** Whose items it is for; null: those of every account of its kind. */
  accountId: z.string().max(100).nullable(),
  /** The fields of a form that must hold these values for it to fit; one that is absent or empty fits all. */
  narrowed: z.record(z.string().max(50), z.string().superRefine(atMost(200))),
})
export type TemplateFields = z.infer<typeof templateFieldsSchema>

/** It as it is stored; used most, it is offered first. */
export const templateSchema = z.object({
  id: z.string().max(100),
  kind: kindSchema,
  fields: templateFieldsSchema,
  /** Grows with each save, so that a late save can't overwrite a newer one. */
  revision: z.number().int(),
  used: z.number().int().min(0),
  usedAt: z.iso.datetime().nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Template = z.infer<typeof templateSchema>

/** What a new one begins with. */
export const emptyTemplate: TemplateFields = { name: '', text: '', accountId: null, narrowed: {} }

/** Whether anything was typed in it: one that was only begun is offered to nobody and kept for nobody. */
export const isEmptyTemplate = ({ name, text }: TemplateFields): boolean => name.trim() === '' && text.trim() === ''

/** What a list calls it: its name, else how its text begins. */
export const titleOfTemplate = ({ name, text }: TemplateFields): string =>
  name.trim() || (text.trim().split('\n')[0] ?? '').slice(0, 80)
