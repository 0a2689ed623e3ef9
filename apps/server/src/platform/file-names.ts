const longestName = 200;

/** A file's name as it may be kept: the last part of a path, without control or direction characters. */
export function fileNameOf(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const plain = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim();
  return plain.slice(-longestName) || 'dokumen';
}

/** What the sender says of a file is taken over only where it is a plain media type (RFC 6838); else it is just bytes. */
export function mediaTypeOf(said: string): string {
  return /^[a-z]+\/[a-z0-9.+-]{1,100}$/.test(said) && !said.startsWith('text/html') ? said : 'application/octet-stream';
}
