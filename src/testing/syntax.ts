import { parseSync } from 'vite'

/** One import, re-export or `import()` of a file. */
export type Import = {
  /** As written: `'./x.ts'`, `'react'`. */
  readonly of: string
  /** The names of the values; empty when only types come over. `'*'` stands for all there are. */
  readonly values: readonly string[]
}

export type Syntax = {
  readonly imports: readonly Import[]
  /**
   * What is read that the file does not declare: `'fetch'`, and members of such with their name: `'Date.now'`. `new Date()`
   * without arguments is `'new Date()'`. A name that is declared anywhere in the file counts as declared everywhere: the
   * linter, which knows scopes, sees to the rest.
   */
  readonly globals: ReadonlySet<string>
  /** Names of all members called, whoever's they are. */
  readonly called: ReadonlySet<string>
}

/** Reads a TypeScript module without running it. Throws where it cannot be parsed. */
export function syntaxOf(path: string, text: string): Syntax {
  const { program, module, errors } = parseSync(path, text)
  if (errors[0] !== undefined) throw new Error(`${path} cannot be parsed: ${errors[0].message}`)

  const found: Found = { imported: [], declared: new Set(), read: new Set(), called: new Set() }
  walk(program, found)
  const named: Import[] = module.staticImports.map(({ moduleRequest, entries }) => ({
    of: moduleRequest.value,
    values:
      entries.length === 0
        ? ['*']
        : entries.flatMap((one) => (one.isType ? [] : [one.importName.name ?? '*'])),
  }))
  const passedOn: Import[] = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, importName, isType }) =>
      moduleRequest === null
        ? []
        : [{ of: moduleRequest.value, values: isType ? [] : [importName.name ?? '*'] }],
    ),
  )
  return {
    imports: [...named, ...passedOn, ...found.imported.map((of) => ({ of, values: ['*'] }))],
    globals: new Set(
      [...found.read].filter((name) => !found.declared.has(name.replace(/^new |[.(].*$/g, ''))),
    ),
    called: found.called,
  }
}

type Found = {
  readonly imported: string[]
  readonly declared: Set<string>
  readonly read: Set<string>
  readonly called: Set<string>
}

type Node = { readonly type: string; readonly [key: string]: unknown }

/** The parts of a type are no use of anything; these hold an expression beside one. */
const TYPES_WITH_EXPRESSION = [
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression',
  'TSInstantiationExpression',
]

function walk(node: unknown, found: Found): void {
  if (Array.isArray(node)) return node.forEach((one) => walk(one, found))
  if (!isNode(node)) return
  if (node.type.startsWith('TS'))
    return TYPES_WITH_EXPRESSION.includes(node.type) ? walk(node['expression'], found) : undefined

  switch (node.type) {
    case 'Identifier':
      found.read.add(nameOf(node))
      return
    case 'ImportExpression':
      found.imported.push(isNode(node['source']) ? String(node['source']['value']) : '')
      return walk(node['options'], found)
    case 'ImportDeclaration':
      return namesIn(node['specifiers'], found)
    case 'ExportAllDeclaration':
      return
    case 'ExportNamedDeclaration':
      return walk(node['declaration'], found)
    case 'MemberExpression':
      return walkMember(node, found)
    case 'CallExpression':
      if (isNode(node['callee']) && node['callee'].type === 'MemberExpression')
        found.called.add(memberOf(node['callee']))
      break
    case 'NewExpression':
      return walkNew(node, found)
    case 'Property':
    case 'PropertyDefinition':
    case 'MethodDefinition':
      if (node['computed'] === true) walk(node['key'], found)
      return walk(node['value'], found)
    case 'VariableDeclarator':
      declare(node['id'], found)
      return walk(node['init'], found)
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      declare(node['id'], found)
      if (Array.isArray(node['params'])) node['params'].forEach((one) => declare(one, found))
      return walk(node['body'], found)
    case 'ClassDeclaration':
    case 'ClassExpression':
      declare(node['id'], found)
      break
    case 'CatchClause':
      declare(node['param'], found)
      return walk(node['body'], found)
    case 'LabeledStatement':
      return walk(node['body'], found)
    case 'BreakStatement':
    case 'ContinueStatement':
    case 'MetaProperty':
      return
  }
  for (const part of Object.values(node)) walk(part, found)
}

/** `Date.now` is told apart from `Date.parse`, and a namesake that is somebody's member is nobody's global. */
function walkMember(node: Node, found: Found): void {
  const { object, property, computed } = node
  if (isNode(object) && object.type === 'Identifier') found.read.add(`${nameOf(object)}.${memberOf(node)}`)
  walk(object, found)
  if (computed === true) walk(property, found)
}

function walkNew(node: Node, found: Found): void {
  const { callee, arguments: given } = node
  if (isNode(callee) && callee.type === 'Identifier' && Array.isArray(given) && given.length === 0)
    found.read.add(`new ${nameOf(callee)}()`)
  walk(callee, found)
  walk(given, found)
}

/** A pattern declares names, and may read others for its defaults. */
function declare(pattern: unknown, found: Found): void {
  if (!isNode(pattern)) return
  switch (pattern.type) {
    case 'Identifier':
      found.declared.add(nameOf(pattern))
      return
    case 'ObjectPattern':
      if (Array.isArray(pattern['properties'])) pattern['properties'].forEach((one) => declare(one, found))
      return
    case 'ArrayPattern':
      if (Array.isArray(pattern['elements'])) pattern['elements'].forEach((one) => declare(one, found))
      return
    case 'Property':
      if (pattern['computed'] === true) walk(pattern['key'], found)
      return declare(pattern['value'], found)
    case 'RestElement':
      return declare(pattern['argument'], found)
    case 'AssignmentPattern':
      declare(pattern['left'], found)
      return walk(pattern['right'], found)
  }
}

function namesIn(specifiers: unknown, found: Found): void {
  if (Array.isArray(specifiers)) specifiers.forEach((one) => isNode(one) && declare(one['local'], found))
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

const nameOf = (identifier: Node): string => String(identifier['name'])

/** The member's name; `''` where it is computed. */
const memberOf = ({ property, computed }: Node): string =>
  isNode(property) && computed === false ? nameOf(property) : ''
