import { photoFacts } from '@makaverse/photo-facts';
import { freshId } from '#lib/fresh-id.ts';
import type { KeptPhoto } from '../../model/check-in/report.ts';
import { photoStore } from './photo-store.ts';

/** Enough to see what was done, small enough for a weak network: some 300 kB instead of 5 MB. */
const longestSide = 1600;
const quality = 0.82;

/** Reads time and place of a photo, makes it small and keeps it on this device. Rejects when it is no picture or there is no room. */
export async function keepPhoto(file: File): Promise<KeptPhoto> {
  // First: the canvas keeps pixels only.
  const facts = photoFacts(await file.arrayBuffer());
  const photo: KeptPhoto = { id: freshId(), ...facts };
  await photoStore.put(photo.id, await reduced(file));
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
