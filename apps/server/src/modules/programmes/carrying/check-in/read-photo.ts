import { fingerprintOf, greyPicture, type Fingerprint } from '@makaverse/perceptual-hash';
import { isHeic, photoFacts, type PhotoFacts } from '@makaverse/photo-facts';
import sharp from 'sharp';
import { PhotoIsHeic, PhotoUnreadable } from './domain/broken-rules.ts';

/** Longest side of what is kept and shown; the browser sends no more. */
const longestSide = 1600;
/** Pixels beyond which a picture is not unpacked: a small file can hold an enormous one. */
const mostPixels = 60_000_000;
/** Fingerprints are made from this many grey pixels a side, whatever the picture's shape. */
const greySide = 256;

/** What cameras and browsers make. Others are not unpacked at all: an SVG may ask for files, a PDF is no photo. */
const photoFormats = new Set(['jpeg', 'png', 'webp']);

/** What is kept of a photo that arrived. */
export interface ReadPhoto {
  /** Encoded anew from the pixels alone: nothing else of the file that arrived is in it. */
  readonly shown: Buffer;
  readonly width: number;
  readonly height: number;
  readonly facts: PhotoFacts;
  readonly fingerprint: Fingerprint;
}

/** Reads a photo. @throws PhotoIsHeic, PhotoUnreadable */
export async function readPhoto(bytes: Buffer): Promise<ReadPhoto> {
  const arrived = Uint8Array.from(bytes).buffer;
  if (isHeic(arrived)) throw new PhotoIsHeic();
  try {
    const { format } = await sharp(bytes, { limitInputPixels: mostPixels }).metadata();
    if (!photoFormats.has(format)) throw new Error(`${format} is no photo.`);
    // The first call turns the picture upright as its Exif data say, for those are not kept; sharp writes none unless told to.
    const upright = sharp(bytes, { limitInputPixels: mostPixels, failOn: 'truncated' })
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' });
    const { data, info } = await upright.jpeg({ quality: 82, mozjpeg: false }).toBuffer({ resolveWithObject: true });
    const facts = photoFacts(arrived);
    return { shown: data, width: info.width, height: info.height, facts, fingerprint: await fingerprintOfPhoto(data) };
  } catch (error) {
    throw new PhotoUnreadable(error);
  }
}

/** The fingerprint of a picture that can be read. */
export async function fingerprintOfPhoto(bytes: Buffer): Promise<Fingerprint> {
  const pixels = await sharp(bytes)
    .greyscale()
    .resize({ width: greySide, height: greySide, fit: 'fill', kernel: 'cubic' })
    .raw()
    .toBuffer();
  return fingerprintOf(greyPicture(greySide, greySide, new Uint8Array(pixels)));
}
