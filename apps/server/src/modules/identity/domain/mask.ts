/** `andi@makassar.go.id` as `a•••@makassar.go.id`: enough to know one's own again, too little to write to. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return at < 1 ? '•••' : `${Array.from(email)[0]!}•••${email.slice(at)}`;
}

/** Only the last two digits. */
export function maskPhone(phone: string): string {
  return `•••${phone.slice(-2)}`;
}
