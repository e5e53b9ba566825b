export interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}

export interface SnakeTokens {
  access_token: string;
  refresh_token: string;
}

export interface AccessOnly {
  accessToken: string;
}

// A server that sends a new refresh token only now and then.
export interface Sometimes {
  accessToken: string;
  refreshToken?: string;
}
