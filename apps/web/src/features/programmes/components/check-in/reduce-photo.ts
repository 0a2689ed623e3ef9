import { isHeic, photoFacts } from '@makaverse/photo-facts';
import { freshId } from '#lib/fresh-id.ts';
import type { KeptPhoto } from '../../model/check-in/report.ts';
import { photoStore } from './photo-store.ts';

/** Enough to see what was done, small enough for a weak network: some 300 kB instead of 5 MB. */
const longestSide = 1600;
const quality = 0.82;

/** A HEIC photo in a browser that cannot draw one; every one but Safari (caniuse, 2026). */
export class HeicUndrawable extends Error {
  override readonly name = 'HeicUndrawable';
}

/**
 * Reads time and place of a photo, makes it small and keeps it on this device. Rejects when it is no picture or there is no room.
 * @throws HeicUndrawable
 */
export async function keepPhoto(file: File): Promise<KeptPhoto> {
  // First: the canvas keeps pixels only.
  const bytes = await file.arrayBuffer();
  const facts = photoFacts(bytes);
  const photo: KeptPhoto = { id: freshId(), ...facts };
  const small = await reduced(file).catch((error: unknown) => {
    throw isHeic(bytes) ? new HeicUndrawable('This browser draws no HEIC.', { cause: error }) : error;
  });
  await photoStore.put(photo.id, small);
  return photo;
}

async function reduced(file: File): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
  const share = Math.min(1, longestSide / Math.max(picture.width, picture.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * share);
  canvas.height = Math.round(picture.height * share);
  const brush = canvas.getContext('2d');
  if (!brush) throw new Error('This browser draws nothing.');
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The photo could not be made smaller.'))), 'image/jpeg', quality);
  });
}
