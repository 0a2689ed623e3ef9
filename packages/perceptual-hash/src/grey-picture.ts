/** A picture of grey pixels, row after row from the top left; 0 is black, 255 white. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Thrown when there are not as many pixels as width and height say. */
export class PictureMalformed extends Error {
  readonly code = 'picture-malformed';
  constructor(width: number, height: number, pixels: number) {
    super(`A picture of ${width} x ${height} needs ${width * height} grey pixels; ${pixels} were given.`);
    this.name = 'PictureMalformed';
  }
}

/**
 * Puts pixels together to a picture.
 *
 * @throws PictureMalformed
 * @example greyPicture(2, 1, new Uint8Array([0, 255]))
 */
export function greyPicture(width: number, height: number, pixels: Uint8Array): GreyPicture {
  const isWhole = Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0 && pixels.length === width * height;
  if (!isWhole) throw new PictureMalformed(width, height, pixels.length);
  return { width, height, pixels };
}
