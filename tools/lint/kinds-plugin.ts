import { bulkKinds, kindNames, submissionKindSchema, vendors } from '../../src/shared/domain/kinds.ts'

/** Nodes of the syntax tree as far as they are looked at here. */
interface Node {
  type: string
  name?: string
  value?: unknown
  operator?: string
  left?: Node
  right?: Node
  property?: Node
  expression?: Node
}
interface RuleContext {
  report(finding: { node: Node; message: string }): void
}

const named = new Set<unknown>([...kindNames, ...bulkKinds, ...vendors, ...submissionKindSchema.options])
const comparing = new Set(['===', '!==', '==', '!='])
const holders = /^(?:\w*[kK]ind|vendor)$/

/** `x.kind`, `x?.kind`, `kind` or `accountKind`: what holds a kind by its name. */
function holdsKind(node: Node | undefined): boolean {
  if (node?.type === 'ChainExpression') return holdsKind(node.expression)
  const name = node?.type === 'MemberExpression' ? node.property?.name : node?.type === 'Identifier' ? node.name : undefined
  return name !== undefined && holders.test(name)
}
const namesKind = (node: Node | undefined): boolean => node?.type === 'Literal' && named.has(node.value)

/**
 * Whoever compares with one kind has an answer for this one and another for all that come later, which nobody looks for and no
 * compiler finds.
 */
const noChoiceOnKind = {
  create: (context: RuleContext) => ({
    BinaryExpression(node: Node) {
      const { operator = '', left, right } = node
      const isChoice = (holdsKind(left) && namesKind(right)) || (holdsKind(right) && namesKind(left))
      if (comparing.has(operator) && isChoice)
        context.report({
          node,
          message:
            "A choice on one kind is wrong for the next. Ask the table of kinds (shared/domain/kinds.ts), the vendor's entry in the list, or a Record of all kinds.",
        })
    },
  }),
}

/** The linter's own rules about kinds. */
export default { meta: { name: 'balie' }, rules: { 'no-choice-on-kind': noChoiceOnKind } }
