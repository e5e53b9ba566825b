export namespace Api {
  export interface LoginResult {
    accessToken: string;
  }
}
