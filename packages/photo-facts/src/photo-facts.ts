import ExifReader from 'exifreader';

/** What the camera wrote beside a picture. Whoever sends a photo could have written it too: it is what is said, not proof. */
export interface PhotoFacts {
  /** ISO 8601 with offset; null where the camera wrote no time. */
  readonly takenAt: string | null;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
}

const nothing: PhotoFacts = { takenAt: null, place: null };

/** `2022:03:18 09:10:11`, as Exif 2.32 (CIPA DC-008, 4.6.5 D) writes a moment. */
const exifMoment = /^(\d{4}):(\d\d):(\d\d) (\d\d):(\d\d):(\d\d)/;
const exifOffset = /^[+-]\d\d:\d\d$/;
/** Cameras that name no offset show the wall clock of the city: WITA. */
const witaOffset = '+08:00';

/**
 * Reads time and place out of a picture's bytes (JPEG, PNG, WebP, HEIC). What cannot be read counts as not written.
 *
 * @example photoFacts(await file.arrayBuffer()) // { takenAt: '2022-03-18T09:10:11+08:00', place: { latitude: -5.134, … } }
 */
export function photoFacts(bytes: ArrayBuffer): PhotoFacts {
  try {
    const { exif, gps } = ExifReader.load(bytes, { expanded: true, includeUnknown: false });
    const moment = wordsOf(exif?.DateTimeOriginal ?? exif?.DateTimeDigitized);
    return {
      takenAt: momentOf(moment, wordsOf(exif?.OffsetTimeOriginal ?? exif?.OffsetTime)),
      place: placeOf(gps?.Latitude, gps?.Longitude),
    };
  } catch {
    // A picture without Exif data, or with broken ones.
    return nothing;
  }
}

function wordsOf(tag: { readonly value: unknown } | undefined): string {
  const value = Array.isArray(tag?.value) ? tag.value[0] : tag?.value;
  return typeof value === 'string' ? value : '';
}

function momentOf(words: string, offset: string): string | null {
  const parts = exifMoment.exec(words);
  if (!parts) return null;
  const [, year, month, day, hour, minute, second] = parts;
  const moment = `${year}-${month}-${day}T${hour}:${minute}:${second}${exifOffset.test(offset) ? offset : witaOffset}`;
  // A camera whose clock was never set writes zeros.
  return Number.isNaN(Date.parse(moment)) || Number(year) < 1990 ? null : moment;
}

function placeOf(latitude: number | undefined, longitude: number | undefined): PhotoFacts['place'] {
  const isPlace = Number.isFinite(latitude) && Number.isFinite(longitude) && Math.abs(latitude!) <= 90 && Math.abs(longitude!) <= 180;
  // Receivers without a fix write 0, 0: a place in the Gulf of Guinea.
  return isPlace && (latitude !== 0 || longitude !== 0) ? { latitude: rounded(latitude!), longitude: rounded(longitude!) } : null;
}

/** To a tenth of a metre: more than any receiver knows. */
function rounded(degrees: number): number {
  return Number(degrees.toFixed(6));
}
