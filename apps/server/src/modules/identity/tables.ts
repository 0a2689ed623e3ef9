import type { Power, PositionKind, UnitKind } from '@makaverse/contract/identity-directory';
import type { Generated, JSONColumnType } from 'kysely';
import type { ImportedRow } from './domain/import-row.ts';

declare module '#database/schema' {
  interface Database {
    'identity.unit': UnitTable;
    'identity.unit_version': UnitVersionTable;
    'identity.person': PersonTable;
    'identity.position': PositionTable;
    'identity.delegation': DelegationTable;
    'identity.session': SessionTable;
    'identity.password': PasswordTable;
    'identity.passkey': PasskeyTable;
    'identity.challenge': ChallengeTable;
    'identity.one_time_link': OneTimeLinkTable;
    'identity.oidc_sign_in': OidcSignInTable;
    'identity.attempt': AttemptTable;
    'identity.import': ImportTable;
  }
}

interface UnitTable {
  id: string;
  version: Generated<number>;
  created_at: Date;
}
export interface UnitVersionTable {
  id: string;
  unit_id: string;
  valid_from: string;
  /** The first day on which it no longer holds. */
  valid_to: string | null;
  code: string;
  name: string;
  short_name: string;
  kind: UnitKind;
  parent_id: string | null;
  presenting_group: PresentingGroup | null;
  /** Code and names, folded for searching. */
  search: string;
}
export type PresentingGroup = 'basic-service' | 'non-basic-service' | 'optional-affairs' | 'support' | 'territorial' | 'enterprise';
export type Acting = 'plt' | 'plh' | null;
interface PersonTable {
  id: string;
  name: string;
  email: string | null;
  phone: string | null;
  language: Generated<'id' | 'en'>;
  is_demo: Generated<boolean>;
  search: string;
  version: Generated<number>;
  created_at: Date;
}
interface PositionTable {
  id: string;
  person_id: string;
  unit_id: string;
  kind: PositionKind;
  title: string;
  acting: Acting;
  valid_from: string;
  /** The first day on which it is no longer held (the decree's "terhitung mulai tanggal"). */
  valid_to: string | null;
  /** When its end was told to the other modules. */
  end_told_at: Date | null;
  created_at: Date;
}
interface DelegationTable {
  id: string;
  from_person_id: string;
  to_person_id: string;
  power: Power;
  valid_from: string;
  /** The last day on which it holds: "until Friday" includes Friday. */
  valid_until: string;
  reason: string;
  revoked_at: Date | null;
  created_at: Date;
}
export type SignInMethod = 'password' | 'passkey' | 'oidc' | 'link' | 'demo' | 'setup';
interface SessionTable {
  id: string;
  token_hash: string;
  person_id: string;
  method: SignInMethod;
  created_at: Date;
  seen_at: Date;
}
interface PasswordTable {
  person_id: string;
  hash: string;
  changed_at: Date;
}
interface PasskeyTable {
  id: string;
  person_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
  label: string;
  created_at: Date;
  last_used_at: Date | null;
}
interface ChallengeTable {
  challenge: string;
  purpose: 'register' | 'sign-in';
  person_id: string | null;
  expires_at: Date;
}
interface OneTimeLinkTable {
  token_hash: string;
  person_id: string;
  expires_at: Date;
}
interface OidcSignInTable {
  state_hash: string;
  nonce: string;
  code_verifier: string;
  expires_at: Date;
}
interface AttemptTable {
  key_hash: string;
  at: Date;
}
interface ImportTable {
  id: string;
  kind: 'units' | 'people';
  file_name: string;
  person_id: string | null;
  rows: JSONColumnType<readonly ImportedRow[]>;
  created_at: Date;
  applied_at: Date | null;
}
