import type { ReactNode } from 'react';

/** A row's number; on a phone, where the row is a card and its number the title, with the word for it. */
export function NumberInCard({ word, number }: { readonly word: string; readonly number: number }): ReactNode {
  return (
    <>
      <span className="mv-phone-only">{word} </span>
      {number}
    </>
  );
}
