import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { photoFacts } from './photo-facts.ts';

type Exif = NonNullable<Parameters<ReturnType<typeof sharp>['withExif']>[0]>;

async function factsOf(exif: Exif): Promise<ReturnType<typeof photoFacts>> {
  const bytes = await sharp({ create: { width: 16, height: 12, channels: 3, background: '#456' } })
    .jpeg()
    .withExif({ IFD0: { Make: 'Contoh' }, ...exif })
    .toBuffer();
  return photoFacts(Uint8Array.from(bytes).buffer);
}

describe('what a camera wrote', () => {
  it('is read: the moment in WITA unless it names its offset, the place with its half of the world', async () => {
    expect(await factsOf({ IFD2: { DateTimeOriginal: '2022:03:18 09:10:11' } })).toEqual({
      takenAt: '2022-03-18T09:10:11+08:00',
      place: null,
    });
    const abroad = await factsOf({ IFD2: { DateTimeOriginal: '2022:03:18 09:10:11', OffsetTimeOriginal: '+09:00' } });
    expect(abroad.takenAt).toBe('2022-03-18T09:10:11+09:00');
    const place = { GPSLatitude: '5/1 8/1 24/1', GPSLatitudeRef: 'S', GPSLongitude: '119/1 25/1 12/1', GPSLongitudeRef: 'E' };
    expect((await factsOf({ IFD3: place })).place).toEqual({ latitude: -5.14, longitude: 119.42 });
  });

  it('is nothing where it makes no sense', async () => {
    expect((await factsOf({ IFD2: { DateTimeOriginal: '0000:00:00 00:00:00' } })).takenAt).toBeNull();
    expect((await factsOf({ IFD2: { DateTimeOriginal: 'kemarin' } })).takenAt).toBeNull();
    const nowhere = { GPSLatitude: '0/1 0/1 0/1', GPSLatitudeRef: 'N', GPSLongitude: '0/1 0/1 0/1', GPSLongitudeRef: 'E' };
    expect((await factsOf({ IFD3: nowhere })).place).toBeNull();
    expect(await factsOf({})).toEqual({ takenAt: null, place: null });
    expect(photoFacts(new ArrayBuffer(0))).toEqual({ takenAt: null, place: null });
    expect(photoFacts(new TextEncoder().encode('bukan gambar').buffer)).toEqual({ takenAt: null, place: null });
  });
});
