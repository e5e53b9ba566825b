export interface Renewed {
  access_token: string;
  refresh_token?: string; // RFC 6749 section 6: only where it is a new one
}

export type Session = { accessToken: string; refreshToken: string | null };

