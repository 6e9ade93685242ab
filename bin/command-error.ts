/** Something the person at the terminal can mend: said without a stack. */
export class CommandError extends Error {}
