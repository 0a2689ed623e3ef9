/** When and where a photo was taken, as its Exif data say, and whether it is one that few can draw; the same reading in the browser and on the server. */
export { isHeic } from './is-heic.ts';
export { photoFacts, type PhotoFacts } from './photo-facts.ts';
