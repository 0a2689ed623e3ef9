/** When and where a photo was taken, as its Exif data say; the same reading in the browser and on the server. */
export { photoFacts, type PhotoFacts } from './photo-facts.ts';
