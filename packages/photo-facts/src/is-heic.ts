/** Brands of pictures coded in HEVC (ISO/IEC 23008-12, annex B), as iPhones and some Samsungs write them; AVIF has other ones. */
const heicBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);
const boxHead = 8;
const brandLength = 4;
/** A file names a handful of brands; a longer list is none. */
const longestBox = 256;

/**
 * Whether a file's bytes are a HEIC photo, by the brands of its `ftyp` box (ISO/IEC 14496-12, 4.3): only some browsers can draw one, and
 * whoever cannot has to say what to do instead. Looks at the first 256 bytes; never throws.
 *
 * @example isHeic(await file.slice(0, 256).arrayBuffer()) // true for what an iPhone keeps by default
 */
export function isHeic(bytes: ArrayBuffer): boolean {
  const view = new Uint8Array(bytes, 0, Math.min(bytes.byteLength, longestBox));
  const word = (at: number): string => String.fromCharCode(...view.subarray(at, at + brandLength));
  if (view.length < boxHead + brandLength || word(brandLength) !== 'ftyp') return false;
  const end = Math.min(view.length, new DataView(bytes).getUint32(0));
  // The brand, its version, then all brands it is compatible with.
  const places = [boxHead, ...Array.from({ length: Math.max(0, Math.floor((end - 16) / brandLength)) }, (_, at) => 16 + at * brandLength)];
  return places.some((at) => heicBrands.has(word(at)));
}
