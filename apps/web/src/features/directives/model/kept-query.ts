/** What the list of directives shows, kept in the address while one of them is open beside it. */
export const keptByDirectives = ['saring', 'rapat'];
