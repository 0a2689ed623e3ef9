/**
 * The form in which two spellings of one name are equal: letter case, accents written in two ways, dots, commas and spaces do not
 * tell people of one unit apart ("H. Ahmad, S.T." and "H Ahmad ST").
 */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase();
  // A name of nothing but such signs is still a name.
  return plain.replaceAll(/[\s.,'’`"-]+/gu, '') || plain;
}
