import { DomainError } from '#platform/errors';
import { fold } from './fold.ts';

/** The first thing anybody would try. */
class PasswordTooPlain extends DomainError {
  constructor() {
    super('password-too-plain', 'invalid');
  }
}

const commonParts =
  /password|passw0rd|katasandi|sandi|rahasia|makassar|makaverse|qwerty|asdfgh|zxcvbn|admin|indonesia|bismillah|welcome|selamat|iloveyou/g;
// What must be left when common words and one's own names are taken away.
const leastOwnLetters = 5;

/** Refuses what a guesser tries first (NIST SP 800-63B, 3.1.1.2): common words, sequences, the person's own name and address. */
export function refusePlainPassword(password: string, person: { readonly name: string; readonly email: string | null }): void {
  const folded = fold(password).replaceAll(' ', '');
  const own = [...fold(person.name).split(' '), ...fold(person.email ?? '').split(/[@.]/)].filter((part) => part.length >= 4);
  const rest = own.reduce((text, part) => text.replaceAll(part, ''), folded).replaceAll(commonParts, '');
  if (new Set(rest).size < leastOwnLetters || isSequence(rest)) throw new PasswordTooPlain();
}

/** Each letter beside the one before it: 1234567890, abcdefgh. */
function isSequence(text: string): boolean {
  const codes = Array.from(text, (letter) => letter.codePointAt(0)!);
  const beside = codes.filter((code, index) => index > 0 && [1, -1, -9].includes(code - codes[index - 1]!)).length;
  return codes.length > 1 && beside >= (codes.length - 1) * 0.8;
}
