/** The names of a table that must have all of them, in its order: a name that is new to its type is missed by the compiler. */
export const namesIn = <Name extends string>(table: Readonly<Record<Name, true>>): readonly Name[] =>
  Object.keys(table).filter((name): name is Name => Object.hasOwn(table, name))
