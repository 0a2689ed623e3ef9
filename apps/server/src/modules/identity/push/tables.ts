declare module '#database/schema' {
  interface Database {
    'identity.push_device': PushDeviceTable;
    'identity.push_held': PushHeldTable;
  }
}

export interface PushDeviceTable {
  id: string;
  person_id: string;
  /** The sign-in under which it was registered, while that lasts: signing out takes the device along. */
  session_id: string | null;
  label: string;
  endpoint: string;
  p256dh: string;
  auth: string;
  /** Our public key at that time; under another the device cannot be reached. */
  server_key: string;
  created_at: Date;
  /** When a push service last took a notice for it. */
  taken_at: Date | null;
}
interface PushHeldTable {
  person_id: string;
  since: Date;
}
