import { addEvidence, addEvidenceByLink, type Evidence } from '@makaverse/contract/programmes-check-in';
import { drawnScene } from '@makaverse/perceptual-hash/testing/drawn-scene';
import sharp from 'sharp';
import type { Harness } from '../../../../../testing/harness.ts';

/** What a camera writes beside the picture. */
export interface Written {
  /** `2022:03:16 09:10:11`. */
  readonly moment?: string;
  /** Degrees south and east, whole seconds. */
  readonly place?: { readonly south: readonly [number, number, number]; readonly east: readonly [number, number, number] };
}

/** A photo of an invented place, as a phone writes it. */
export async function photoOf(place: number, written: Written = {}): Promise<Buffer> {
  const { width, height, pixels } = drawnScene(place);
  const degrees = (parts: readonly number[]): string => parts.map((part) => `${part}/1`).join(' ');
  return sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .withExif({
      IFD0: { Make: 'Contoh' },
      ...(written.moment && { IFD2: { DateTimeOriginal: written.moment } }),
      ...(written.place && {
        IFD3: {
          GPSLatitude: degrees(written.place.south),
          GPSLatitudeRef: 'S',
          GPSLongitude: degrees(written.place.east),
          GPSLongitudeRef: 'E',
        },
      }),
    })
    .toBuffer();
}

/** Where a photo goes: to a report of somebody signed in, or through a link. */
export type Way = { readonly who: { readonly id: string }; readonly checkInId: string } | { readonly token: string };

/** Sends a photo; the answer as it came. */
export async function sendPhoto(
  harness: Harness,
  way: Way,
  photo: { readonly id: string; readonly bytes: Buffer; readonly fields?: Readonly<Record<string, string>> },
): Promise<{ status: number; body: Evidence & { code?: string } }> {
  const boundary = 'photo-boundary';
  const fields = Object.entries({ id: photo.id, ...photo.fields })
    .map(([name, value]) => `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`)
    .join('');
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="foto.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`;
  const reply = await harness.callRaw('who' in way ? way.who : null, {
    method: 'POST',
    url: 'who' in way ? addEvidence.path.replace('{id}', way.checkInId) : addEvidenceByLink.path.replace('{token}', way.token),
    payload: Buffer.concat([Buffer.from(fields + head), photo.bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  });
  return { status: reply.statusCode, body: reply.json() as Evidence & { code?: string } };
}
