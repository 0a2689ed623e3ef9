/**
 * Words of mere assent, Indonesian and English: a unit that says only these and what it was told has not said what it understood.
 */
const assent = new Set(
  (
    'siap baik ya iya ok oke paham dipahami memahami mengerti dimengerti menerima diterima terima kasih laksanakan dilaksanakan melaksanakan ' +
    'kerjakan dikerjakan tindaklanjuti ditindaklanjuti menindaklanjuti akan segera sudah telah kami saya unit arahan perintah tugas ini ' +
    'itu dan yang untuk dengan di ke dari pada bapak pak ibu bu wali kota sesuai sebagaimana ' +
    'yes okay understood noted acknowledged received we i will shall do carry out it this that the a an and to of as told directive order task sir'
  ).split(' '),
);

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/**
 * Whether an acknowledgement says something in the unit's own words: at least one word that is neither taken from the directive nor
 * mere assent. Repeating the directive whole, in part or in another order is no acknowledgement.
 */
export function isInOwnWords(acknowledgement: string, directiveWords: string): boolean {
  const told = new Set(wordsOf(directiveWords));
  return wordsOf(acknowledgement).some((word) => !told.has(word) && !assent.has(word));
}
