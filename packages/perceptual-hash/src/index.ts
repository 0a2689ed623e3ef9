/** Whether two photos show the same picture, though it was encoded anew, cropped, lightened or stamped with another date. */
export { greyPicture, PictureMalformed, type GreyPicture } from './grey-picture.ts';
export { fingerprintOf, partCount, thumbnailSide, type Fingerprint } from './fingerprint.ts';
export { hammingDistance } from './hamming-distance.ts';
export { isSamePicture, likeness, sameFrom, worthComparing } from './likeness.ts';
